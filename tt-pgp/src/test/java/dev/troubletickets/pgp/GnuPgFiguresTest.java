// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.contract.figures.Figures;
import dev.troubletickets.people.Secret;
import dev.troubletickets.spi.encryption.CannotDecrypt;
import dev.troubletickets.spi.encryption.Decrypted;
import dev.troubletickets.spi.encryption.KeyKind;
import dev.troubletickets.spi.encryption.PrivateKey;
import dev.troubletickets.spi.encryption.SignatureCheck.State;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who reads whose messages; for the page. {@link GnuPgTest} looks closer. */
@Tag("F2")
@Tag("gnupg")
class GnuPgFiguresTest {
    private static final OpenPgp PGP = OpenPgp.create();
    private static final String PASSPHRASE = "correct horse";
    private static final String OURS = "support@harbour.example";
    private static final String THEIRS = "jane@example.com";
    private static final String TEXT = "The panel says:\npr\u00edstup odep\u0159en, code 42\n";
    private static final Map<KeyKind, String> KINDS =
            new TreeMap<>(Map.of(KeyKind.CURVE_25519, "Curve25519", KeyKind.RSA_3072, "RSA 3072"));

    private final Instant now = Instant.now(Clock.systemUTC()).minusSeconds(60);

    /** Two sides with a key each, which the other knows. */
    private record Sides(GnuPg gpg, PrivateKey ours, PrivateKey theirs) {
        private String publicKey(String owner) {
            return PGP.examine(owner.equals(OURS) ? ours : theirs).armored();
        }

        /** @param to whose key, both of which this library has */
        private boolean weRead(String to, boolean signed) throws IOException {
            List<String> command = new ArrayList<>(List.of("--passphrase", PASSPHRASE, "--armor", "--recipient", to));
            command.addAll(signed ? List.of("--local-user", THEIRS, "--sign", "--encrypt") : List.of("--encrypt"));
            String message = gpg.done(TEXT, command.toArray(String[]::new));
            try {
                Decrypted read =
                        PGP.open(List.of(to.equals(OURS) ? ours : theirs)).decrypt(message, List.of(publicKey(THEIRS)));
                State expected = signed ? State.GOOD : State.NONE;
                return read.text().<String>show(CharSequence::toString).equals(TEXT)
                        && read.signature().state() == expected;
            } catch (CannotDecrypt e) {
                return false;
            }
        }

        /** @param to whose key, both of which GnuPG has */
        private boolean gnuPgReads(String to, boolean signed, Instant at) throws IOException {
            Optional<PrivateKey> signer = signed ? Optional.of(ours) : Optional.empty();
            String message = PGP.encrypt(TEXT, List.of(publicKey(to)), signer, at);
            GnuPg.Output read = gpg.run(message, "--passphrase", PASSPHRASE, "--decrypt");
            return read.code() == 0
                    && read.out().equals(TEXT)
                    && read.says("GOODMDC")
                    && read.says("GOODSIG") == signed;
        }
    }

    @Test
    void bothWays() throws IOException {
        try (GnuPg gpg = GnuPg.start()) {
            Figures figures = Figures.ofTexts(
                    "encrypted-with-gnupg",
                    "Both ways with GnuPG (F2)",
                    "GnuPG " + gpg.version()
                            + ", as Debian packages it. A message is read if the text is the same, its integrity"
                            + " proven, and its signature, if there is one, good.",
                    "key",
                    "made by",
                    "from",
                    "to",
                    "encrypted",
                    "signed and encrypted");
            List<String> all = new ArrayList<>();
            for (Map.Entry<KeyKind, String> kind : KINDS.entrySet()) {
                all.addAll(bothWays(kind.getKey(), kind.getValue(), figures));
            }
            figures.publish();

            assertThat(all).hasSize(16).containsOnly("read");
            figures.requirePublished();
        }
    }

    private List<String> bothWays(KeyKind kind, String name, Figures figures) throws IOException {
        List<String> all = new ArrayList<>();
        try (GnuPg gpg = GnuPg.start()) {
            PrivateKey ours = PGP.generate(kind, "Harbour <" + OURS + ">", Secret.of(PASSPHRASE), now);
            Sides sides = new Sides(gpg, ours, gpg.generate(kind, THEIRS, PASSPHRASE));
            gpg.done(ours.armored().use(String::new), "--passphrase", PASSPHRASE, "--import");
            Instant later = Instant.now(Clock.systemUTC());
            for (String to : List.of(OURS, THEIRS)) {
                String maker = to.equals(OURS) ? "us" : "GnuPG";
                List<String> we = List.of(word(sides.weRead(to, false)), word(sides.weRead(to, true)));
                List<String> they =
                        List.of(word(sides.gnuPgReads(to, false, later)), word(sides.gnuPgReads(to, true, later)));
                figures.row(name, maker, "GnuPG", "us", we.get(0), we.get(1));
                figures.row(name, maker, "us", "GnuPG", they.get(0), they.get(1));
                all.addAll(we);
                all.addAll(they);
            }
        }
        return all;
    }

    private static String word(boolean isRead) {
        return isRead ? "read" : "**not read**";
    }
}
