// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.CannotDecrypt.Reason;
import dev.troubletickets.spi.encryption.DecryptedText;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages for many, some or all of whom they hide. */
@Tag("F2")
class RecipientsTest {
    private static final int MOST = 16;
    private static final byte[] TEXT = Sealing.literal(new byte[] {'h', 'i'});

    private static List<PgpKey> keys(int count) {
        return Stream.generate(TestKeys::another).limit(count).toList();
    }

    private static PgpInclusions desk(List<PgpKey> keys) {
        return PgpInclusions.with(keys.get(0), keys.stream().skip(1).toArray(PgpKey[]::new));
    }

    private static Sealing hidden(List<PgpKey> recipients) {
        Sealing sealing = Sealing.to(recipients.get(0)).hidden();
        recipients.stream().skip(1).forEach(sealing::and);
        return sealing;
    }

    private static String read(PgpInclusions desk, byte[] message) {
        try (DecryptedText text = desk.decrypt(message, List.of()).text()) {
            return text.show(CharSequence::toString);
        }
    }

    private static void assertRefused(PgpInclusions desk, byte[] message, Reason reason) {
        assertThatExceptionOfType(CannotDecrypt.class)
                .isThrownBy(() -> read(desk, message))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void theOldestOfManyKeysIsFoundBehindManyHiddenRecipients() {
        List<PgpKey> ours = keys(12);
        List<PgpKey> recipients = new ArrayList<>(keys(MOST - 1));
        recipients.add(ours.get(11));

        assertThat(read(desk(ours), hidden(recipients).packets(TEXT))).isEqualTo("hi");
    }

    @Test
    void noneOfAllHiddenRecipientsIsUs() {
        assertRefused(desk(keys(3)), hidden(keys(MOST)).packets(TEXT), Reason.NO_KEY);
    }

    @Test
    void moreHiddenRecipientsThanAreTriedAreNotSaidToBeStrangers() {
        assertRefused(desk(keys(3)), hidden(keys(MOST + 1)).packets(TEXT), Reason.TOO_LARGE);
    }

    @Test
    void recipientsWithAnotherKindOfKeyAreNotTried() {
        List<PgpKey> recipients = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            recipients.add(TestKeys.Rsa.RSA_3072);
        }
        PgpKey ours = TestKeys.another();
        recipients.add(ours);

        assertThat(read(desk(List.of(ours)), hidden(recipients).packets(TEXT))).isEqualTo("hi");
    }

    /** An algorithm of the future, a version of it, and passwords of either; what is in them, nobody here knows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "C10C0301020304050607086300FF",
                "C1040A01FFFF",
                "C30A0A0163FFFFFFFFFFFFFF",
                "C30D04090308513EADB794FD3957C2",
                "84040A01FFFF"
            })
    void aSessionKeyThatNobodyHereKnowsIsForSomebodyElse(String hexadecimal) {
        byte[] unknown = HexFormat.of().parseHex(hexadecimal);
        PgpKey ours = TestKeys.another();
        byte[] message = Sealing.to(ours).packets(TEXT);

        assertThat(read(desk(List.of(ours)), Arrays.concatenate(unknown, message)))
                .isEqualTo("hi");
        assertRefused(desk(keys(1)), Arrays.concatenate(unknown, message), Reason.NO_KEY);
    }
}
