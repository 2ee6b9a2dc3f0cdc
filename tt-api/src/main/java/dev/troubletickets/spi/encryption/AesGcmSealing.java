// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.encryption;

import dev.troubletickets.people.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals with AES-256-GCM (NIST SP 800-38D) under keys from the host's configuration. */
public final class AesGcmSealing implements Sealing {
    private static final byte FORM = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<Secret> keys;
    private final SecureRandom random = new SecureRandom();

    private AesGcmSealing(List<Secret> keys) {
        this.keys = keys;
    }

    /**
     * To change the key, give the new one first and the former ones after it: what they have sealed can still be opened.
     *
     * @param current 32 random bytes, the same on every node and after every restart
     * @throws IllegalArgumentException if a key has another length
     */
    public static AesGcmSealing with(Secret current, Secret... former) {
        List<Secret> keys = Stream.concat(Stream.of(current), Stream.of(former)).toList();
        if (keys.stream().anyMatch(key -> key.length() != KEY_BYTES)) {
            throw new IllegalArgumentException("a key to seal with has " + KEY_BYTES + " bytes");
        }
        return new AesGcmSealing(keys);
    }

    @Override
    public byte[] seal(byte[] secret, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, purpose).doFinal(secret);
            byte[] sealed = new byte[1 + NONCE_BYTES + encrypted.length];
            sealed[0] = FORM;
            System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
            System.arraycopy(encrypted, 0, sealed, 1 + NONCE_BYTES, encrypted.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String purpose) {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != FORM) {
            throw new CannotUnseal("not sealed here");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        for (Secret key : keys) {
            try {
                return cipher(Cipher.DECRYPT_MODE, key, nonce, purpose)
                        .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
            } catch (GeneralSecurityException another) {
                // perhaps by a former key
            }
        }
        throw new CannotUnseal("sealed with another key or for something else, or changed since");
    }

    private static Cipher cipher(int mode, Secret key, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        SecretKeySpec spec = key.use(bytes -> new SecretKeySpec(bytes, "AES"));
        cipher.init(mode, spec, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
