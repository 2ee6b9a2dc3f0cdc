// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import dev.troubletickets.spi.files.BlobStore;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailSystem;
import dev.troubletickets.spi.mail.MailTransport;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.storage.OutboxStore;
import dev.troubletickets.spi.storage.OutgoingData;
import dev.troubletickets.spi.storage.Storage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Counts what a node does to the world outside, and stands still at the one moment it is to be killed. */
final class CrashPoints {
    /** The moments there are. Units are all that write; what is sent are automatic mails, or answers. */
    enum Moment {
        BEFORE_COMMIT,
        INSIDE_UNIT,
        AFTER_COMMIT,
        AFTER_FETCH,
        BEFORE_DELETION,
        AFTER_DELETION,
        AFTER_CLOSING,
        BEFORE_SENDING,
        AFTER_SENDING,
        /** It is this node's to send, and committed as that. */
        AFTER_CLAIMING,
        BEFORE_SENDING_ANSWER,
        /** The server has it, and nobody else knows. */
        AFTER_SENDING_ANSWER,
        INSIDE_NOTING_ANSWER,
        AFTER_NOTING_ANSWER;

        /** Those at which it matters that the mail is an answer. */
        boolean isOfAnswers() {
            return compareTo(AFTER_SENDING) > 0;
        }
    }

    /** What a node says at a moment between the server's word on an answer and the commit that notes it. */
    static final String UNNOTED = ", an answer sent and not noted";

    private Optional<Moment> moment = Optional.empty();
    private int left;
    private boolean unnoted;

    /** Goes on for ever. */
    CrashPoints() {}

    /** To stand still at this moment, at which of its occurrences, from 1. */
    CrashPoints standStillAt(Moment where, int time) {
        moment = Optional.of(where);
        left = time;
        return this;
    }

    /** To stand still no more. */
    void goOn() {
        moment = Optional.empty();
    }

    private void pass(Moment now) {
        if (moment.filter(now::equals).isPresent() && --left == 0) {
            System.out.println("at " + now + (unnoted ? UNNOTED : ""));
            while (true) {
                LockSupport.park();
            }
        }
    }

    private void passIf(boolean there, Moment now) {
        if (there) {
            pass(now);
        }
    }

    /** Nothing but a claim gives a list of claims. */
    private static boolean isClaimOfAnswer(Object result) {
        return result instanceof List<?> claims
                && claims.stream()
                        .anyMatch(each -> each instanceof OutboxStore.Claim claim
                                && claim.mail().kind() == OutgoingData.Kind.ANSWER);
    }

    Storage on(Storage storage) {
        return new Storage() {
            @Override
            public <T> T write(Work<T> work) {
                pass(Moment.BEFORE_COMMIT);
                boolean notes = unnoted;
                T result = storage.write(unit -> {
                    T value = work.in(unit);
                    pass(Moment.INSIDE_UNIT);
                    passIf(notes, Moment.INSIDE_NOTING_ANSWER);
                    return value;
                });
                unnoted = false;
                pass(Moment.AFTER_COMMIT);
                passIf(notes, Moment.AFTER_NOTING_ANSWER);
                passIf(isClaimOfAnswer(result), Moment.AFTER_CLAIMING);
                return result;
            }

            @Override
            public <T> T read(Work<T> work) {
                return storage.read(work);
            }

            @Override
            public BlobStore blobs() {
                return storage.blobs();
            }

            @Override
            public void close() {
                storage.close();
            }
        };
    }

    MailSystem on(MailSystem mail) {
        return new MailSystem() {
            @Override
            public List<Mailbox> mailboxes() {
                return mail.mailboxes().stream().map(CrashPoints.this::on).toList();
            }

            @Override
            public MailFormat format() {
                return mail.format();
            }

            @Override
            public MailTransport transport() {
                return (envelope, message) -> {
                    boolean answer = envelope.sender().isPresent();
                    pass(answer ? Moment.BEFORE_SENDING_ANSWER : Moment.BEFORE_SENDING);
                    MailTransport.Result result = mail.transport().send(envelope, message);
                    unnoted = answer && result instanceof MailTransport.Result.Accepted;
                    pass(answer ? Moment.AFTER_SENDING_ANSWER : Moment.AFTER_SENDING);
                    return result;
                };
            }
        };
    }

    private Mailbox on(Mailbox mailbox) {
        return new Mailbox() {
            @Override
            public String name() {
                return mailbox.name();
            }

            @Override
            public Session open() {
                Session session = mailbox.open();
                return new Session() {
                    @Override
                    public List<Entry> list() {
                        return session.list();
                    }

                    @Override
                    public byte[] fetch(Entry entry, long limit) throws TooLarge {
                        byte[] raw = session.fetch(entry, limit);
                        pass(Moment.AFTER_FETCH);
                        return raw;
                    }

                    @Override
                    public void delete(Collection<String> uids) {
                        pass(Moment.BEFORE_DELETION);
                        session.delete(uids);
                        pass(Moment.AFTER_DELETION);
                    }

                    @Override
                    public void close() {
                        session.close();
                        pass(Moment.AFTER_CLOSING);
                    }
                };
            }
        };
    }
}
