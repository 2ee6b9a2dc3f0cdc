// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.spi.encryption.Decrypted;
import dev.troubletickets.spi.encryption.DecryptedBytes;
import dev.troubletickets.spi.encryption.DecryptedFile;
import dev.troubletickets.spi.encryption.DecryptedText;
import dev.troubletickets.spi.encryption.SignatureCheck;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.InclusionId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.AttachmentView;
import dev.troubletickets.view.AttachmentView.Safety;
import dev.troubletickets.view.EncryptedFile;
import dev.troubletickets.view.Inclusion;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Threat 21: decrypted text goes nowhere by accident. */
@Tag("F2")
class DecryptedTextLeaksTest {
    private static final String CANARY = "canary-4711";

    private final DecryptedText text = new DecryptedText(CANARY.toCharArray());

    private final InclusionId id = new InclusionId(MessageId.publicMessage(TicketId.of(1), 1), 1);

    private final Inclusion inclusion = new Inclusion.Readable(id, text, SignatureCheck.none());

    private final Inclusion named = new Inclusion.Readable(
            id,
            new DecryptedText("words".toCharArray()),
            SignatureCheck.none(),
            List.of(new DecryptedText((CANARY + ".pdf").toCharArray())));

    private final DecryptedBytes bytes = new DecryptedBytes(CANARY.getBytes(StandardCharsets.UTF_8));

    private Stream<Object> around() {
        return Stream.of(
                text,
                inclusion,
                named,
                ((Inclusion.Readable) named).files(),
                new Decrypted(text, SignatureCheck.none()),
                bytes,
                new DecryptedFile(bytes, SignatureCheck.none()),
                new EncryptedFile.Readable(
                        new AttachmentView(
                                new AttachmentId(id.message(), 1), "plan.txt", "text/plain", 1, Safety.CLEAN),
                        bytes,
                        SignatureCheck.none()),
                List.of(inclusion),
                Map.of("inclusion", inclusion));
    }

    @Test
    void itDoesNotPrint() {
        assertThat(around())
                .allSatisfy(each -> assertThat(String.format("%s", each))
                        .contains("secured information")
                        .doesNotContain(CANARY));
    }

    @Test
    void jacksonThrows() {
        assertThat(around())
                .allSatisfy(each -> assertThatThrownBy(() -> JsonMapper.shared().writeValueAsString(each))
                        .hasMessageNotContaining(CANARY));
    }

    @Test
    void javaDoesNotSerialiseIt() {
        assertThat(text).isNotInstanceOf(Serializable.class);
        assertThat(around())
                .allSatisfy(each -> assertThatThrownBy(
                                () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(each))
                        .isInstanceOf(NotSerializableException.class));
    }

    @Test
    void namesAreWipedWithTheText() {
        named.close();

        assertThat(((Inclusion.Readable) named).files())
                .allSatisfy(name -> assertThatIllegalStateException().isThrownBy(() -> name.show(all -> all)));
    }

    @Test
    void whatSerialisesFieldsFindsNone() {
        assertThat(Stream.of(DecryptedText.class, DecryptedBytes.class)
                        .flatMap(type -> Stream.of(type.getDeclaredFields())))
                .filteredOn(field -> field.getType().isArray())
                .hasSize(2)
                .extracting(Field::getModifiers)
                .allMatch(Modifier::isTransient);
    }

    @Test
    void equalTextsDoNotTellThatTheyAreEqual() {
        DecryptedText other = new DecryptedText(CANARY.toCharArray());

        assertThat(text).isNotEqualTo(other);
        assertThat(text.hashCode()).isEqualTo(System.identityHashCode(text));
    }
}
