// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import dev.troubletickets.mail.internal.mime.Entity.Leaf;
import dev.troubletickets.mail.internal.mime.Entity.Multipart;
import dev.troubletickets.mail.internal.tnef.Tnef;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of a mail that are HTML, as the sender wrote them. */
final class HtmlBodies {
    private static final int DEEPEST_PACK = 10;

    private HtmlBodies() {}

    static Optional<String> of(Entity root, MailLimits limits) throws LimitExceeded {
        List<Leaf> leaves = leaves(root).toList();
        Optional<String> html = joined(
                leaves.stream().filter(leaf -> leaf.isBody() && leaf.isHtml()).map(Content::decoded));
        Optional<String> any = html.isPresent() ? html : joined(leaves.stream().flatMap(leaf -> packed(leaf, limits)));
        if (any.filter(text -> text.length() > Content.mostHtml(limits)).isPresent()) {
            throw new LimitExceeded("textCharacters", limits.textCharacters());
        }
        return any;
    }

    private static Optional<String> joined(Stream<String> texts) {
        return Optional.of(texts.collect(Collectors.joining("\n"))).filter(text -> !text.isBlank());
    }

    private static Stream<String> packed(Leaf leaf, MailLimits limits) {
        byte[] content = leaf.isBody() ? new byte[0] : leaf.content();
        return Tnef.isTnef(content)
                ? Tnef.read(content, DEEPEST_PACK, limits.textCharacters()).body().stream()
                        .filter(Tnef.Body::isHtml)
                        .map(Tnef.Body::content)
                : Stream.empty();
    }

    private static Stream<Leaf> leaves(Entity entity) {
        return entity instanceof Multipart parts
                ? parts.children().stream().flatMap(HtmlBodies::leaves)
                : Stream.of((Leaf) entity);
    }
}
