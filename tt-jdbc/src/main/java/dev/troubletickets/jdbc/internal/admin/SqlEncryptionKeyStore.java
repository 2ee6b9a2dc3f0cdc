// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.admin;

import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.storage.EncryptionKeyStore;
import dev.troubletickets.view.EncryptionKey.State;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class SqlEncryptionKeyStore implements EncryptionKeyStore {
    private final Session session;

    public SqlEncryptionKeyStore(Session session) {
        this.session = session;
    }

    @Override
    public List<KeyData> all() {
        return session.list(
                "select armored, fingerprint, user_id, algorithm, created_at, expires_at, added_at, state, sealed_key,"
                        + " sealed_passphrase from {encryption_key} order by added_at desc, fingerprint",
                SqlEncryptionKeyStore::read);
    }

    private static KeyData read(Row row) throws SQLException {
        return new KeyData(
                new PublicKey(
                        row.text(),
                        row.text(),
                        row.text(),
                        row.text(),
                        row.instant(),
                        Optional.ofNullable(row.instantOrNull())),
                row.instant(),
                State.valueOf(row.text()),
                bytes(row.textOrNull()),
                bytes(row.textOrNull()));
    }

    @Override
    public void save(KeyData key) {
        PublicKey of = key.publicKey();
        boolean added = session.insertIfAbsent(
                "insert into {encryption_key} (fingerprint, armored, user_id, algorithm, created_at, expires_at,"
                        + " added_at, state, sealed_key, sealed_passphrase) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                of.fingerprint(),
                of.armored(),
                of.userId(),
                of.algorithm(),
                of.createdAt(),
                of.expiresAt().orElse(null),
                key.addedAt(),
                key.state().name(),
                text(key.sealedKey()),
                text(key.sealedPassphrase()));
        if (!added) {
            session.change(
                    "update {encryption_key} set armored = ?, user_id = ?, algorithm = ?, created_at = ?, expires_at ="
                            + " ?, added_at = ?, state = ?, sealed_key = ?, sealed_passphrase = ? where fingerprint = ?",
                    of.armored(),
                    of.userId(),
                    of.algorithm(),
                    of.createdAt(),
                    of.expiresAt().orElse(null),
                    key.addedAt(),
                    key.state().name(),
                    text(key.sealedKey()),
                    text(key.sealedPassphrase()),
                    of.fingerprint());
        }
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : Base64.getDecoder().decode(text);
    }
}
