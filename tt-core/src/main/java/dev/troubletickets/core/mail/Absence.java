// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.mail;

import java.util.Locale;
import java.util.Set;

/** How the subjects of automatic replies begin (D4), in the languages that mail programs write them in. */
final class Absence {
    private static final Set<String> TITLES = Set.of(
            "out of office",
            "out of the office",
            "out of office autoreply",
            "out of office auto-reply",
            "out of office reply",
            "out-of-office",
            "ooo",
            "auto",
            "auto reply",
            "autoreply",
            "auto-reply",
            "auto response",
            "autoresponse",
            "auto-response",
            "automatic reply",
            "automatic response",
            "automated reply",
            "automated response",
            "vacation",
            "vacation reply",
            "away from office",
            "automatische antwort",
            "autom. antwort",
            "abwesend",
            "abwesenheit",
            "abwesenheitsnotiz",
            "abwesenheitsmeldung",
            "abwesenheitsbenachrichtigung",
            "réponse automatique",
            "absence du bureau",
            "message d'absence",
            "notification d'absence",
            "respuesta automática",
            "fuera de la oficina",
            "resposta automática",
            "resposta automàtica",
            "fora do escritório",
            "risposta automatica",
            "fuori sede",
            "fuori ufficio",
            "automatisch antwoord",
            "afwezig",
            "afwezigheidsbericht",
            "afwezigheidsmelding",
            "autosvar",
            "automatiskt svar",
            "automatisk svar",
            "frånvarande",
            "fravær",
            "automaattinen vastaus",
            "poissa",
            "automatyczna odpowiedź",
            "odpowiedź automatyczna",
            "autoodpowiedź",
            "automatická odpověď",
            "automatická odpoveď",
            "automatikus válasz",
            "răspuns automat",
            "samodejni odgovor",
            "automatski odgovor",
            "otomatik yanıt",
            "otomatik cevap",
            "αυτόματη απάντηση",
            "автоответ",
            "автоматический ответ",
            "автоматична відповідь",
            "автоматичен отговор",
            "вне офиса",
            "自动回复",
            "自動回覆",
            "自動応答",
            "自動返信",
            "자동 회신",
            "자동 응답",
            "תשובה אוטומטית",
            "رد تلقائي");

    private Absence() {}

    /** Only before a colon, in brackets, or alone: people write about their automatic replies, too. */
    static boolean isTold(String subject) {
        String text = subject.strip().toLowerCase(Locale.ROOT);
        int end = text.startsWith("[") ? text.indexOf(']') : text.startsWith("(") ? text.indexOf(')') : -1;
        if (end > 0) {
            return TITLES.contains(text.substring(1, end).strip());
        }
        int colon = colon(text);
        return TITLES.contains((colon < 0 ? text : text.substring(0, colon)).strip());
    }

    /** The first, which may be a wide one. */
    private static int colon(String text) {
        int colon = text.indexOf(':');
        int wide = text.indexOf('：');
        return colon < 0 || wide >= 0 && wide < colon ? wide : colon;
    }
}
