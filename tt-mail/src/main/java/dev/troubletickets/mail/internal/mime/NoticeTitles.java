// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import java.util.List;
import java.util.Set;

/** How subjects of mail servers' notices begin, in the languages that they write in; a forwarded one begins otherwise. */
final class NoticeTitles {
    private static final List<String> BEGINNINGS = List.of(
            "undeliver",
            "undelivered",
            "unable to deliver",
            "returned mail",
            "returned to sender",
            "delivery status notification",
            "delivery notification",
            "delivery failure",
            "delivery failed",
            "delivery has failed",
            "delivery delayed",
            "delivery has been delayed",
            "delivery problem",
            "delivery error",
            "delivery report",
            "delayed mail",
            "failure notice",
            "failed delivery",
            "fail to deliver",
            "failed to deliver",
            "there was an error sending your mail",
            "problem delivering",
            "[bounce]",
            "bounced mail",
            "nondelivery",
            "notice: mail delivery",
            "rejected mail",
            "mail rejected",
            "message rejected",
            "returned message",
            "returned: ",
            "your message was not delivered",
            "your message was undeliverable",
            "your mail could not be delivered",
            "your email could not be delivered",
            "nachricht nicht zugestellt",
            "nachricht konnte nicht zugestellt",
            "mail konnte nicht zugestellt",
            "e-mail konnte nicht zugestellt",
            "failure delivery",
            "failure to deliver",
            "failed mail",
            "mail failure",
            "mail delivery",
            "mail system error",
            "mail could not be delivered",
            "mail not delivered",
            "email delivery failure",
            "e-mail delivery failure",
            "message could not be delivered",
            "message delivery",
            "message not delivered",
            "message undeliverable",
            "message status - undeliver",
            "mail undeliverable",
            "your message could not be delivered",
            "your message couldn't be delivered",
            "could not deliver",
            "nondeliverable",
            "non-deliver",
            "non deliver",
            "permanent delivery",
            "warning: could not send",
            "warning: message",
            "unzustellbar",
            "nicht zustellbar",
            "zustellung fehlgeschlagen",
            "zustellfehler",
            "zustellung verzögert",
            "non remis",
            "échec de la remise",
            "échec de remise",
            "message non délivré",
            "mancata consegna",
            "mancato recapito",
            "non recapitabile",
            "impossibile recapitare",
            "no se pudo entregar",
            "no se puede entregar",
            "no se ha podido entregar",
            "não foi possível entregar",
            "não entregue",
            "não é possível entregar",
            "no es pot lliurar",
            "onbestelbaar",
            "niet bezorgd",
            "olevererbart",
            "det går inte att leverera",
            "kan ikke leveres",
            "toimittamaton",
            "niedostarcz",
            "nie można dostarczyć",
            "nedoručiteln",
            "nedoručené",
            "kézbesíthetetlen",
            "teslim edilem",
            "недоставлен",
            "не доставлено",
            "не удалось доставить",
            "не удается доставить",
            "не вдалося доставити",
            "配信不能",
            "配信できません",
            "未送达",
            "未传递",
            "無法傳遞",
            "系统退信",
            "退信",
            "배달되지 않음");
    private static final Set<String> FORWARDED =
            Set.of("fwd", "fw", "wg", "tr", "rv", "enc", "i", "doorst", "vb", "vs", "pd", "пересл");
    private static final Set<String> ANSWERED = Set.of("re", "aw", "sv", "antw", "odp", "res", "ha", "на", "ответ");

    private NoticeTitles() {}

    /** @param subject in lower case */
    static boolean isBegunAsOne(String subject) {
        return BEGINNINGS.stream().anyMatch(subject::startsWith);
    }

    /** Also where one begins behind a colon; none that a person forwards or answers. */
    static boolean isLikeOne(String subject) {
        return isBegunAsOne(subject)
                || !isPassedOn(subject)
                        && isBegunAsOne(
                                subject.substring(subject.lastIndexOf(':') + 1).strip());
    }

    private static boolean isPassedOn(String subject) {
        int colon = subject.indexOf(':');
        String before = subject.substring(0, Math.max(colon, 0)).strip();
        return FORWARDED.contains(before)
                || ANSWERED.contains(before)
                        && isBegunAsOne(subject.substring(colon + 1).strip());
    }
}
