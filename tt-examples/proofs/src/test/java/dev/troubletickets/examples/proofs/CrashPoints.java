// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailSystem;
import dev.troubletickets.spi.mail.MailTransport;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.storage.Storage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Counts what a node does to the world outside, and stands still at the one moment it is to be killed. */
final class CrashPoints {
    /** The moments there are. */
    enum Moment {
        BEFORE_COMMIT,
        INSIDE_UNIT,
        AFTER_COMMIT,
        AFTER_FETCH,
        BEFORE_DELETION,
        AFTER_DELETION,
        AFTER_CLOSING,
        BEFORE_SENDING,
        AFTER_SENDING
    }

    private final Optional<Moment> moment;
    private int left;

    /**
     * @param moment to stand still at; empty to go on for ever
     * @param time at which of its occurrences, from 1
     */
    CrashPoints(Optional<Moment> moment, int time) {
        this.moment = moment;
        this.left = time;
    }

    private void pass(Moment now) {
        if (moment.filter(now::equals).isPresent() && --left == 0) {
            System.out.println("at " + now);
            while (true) {
                LockSupport.park();
            }
        }
    }

    Storage on(Storage storage) {
        return new Storage() {
            @Override
            public <T> T write(Work<T> work) {
                pass(Moment.BEFORE_COMMIT);
                T result = storage.write(unit -> {
                    T value = work.in(unit);
                    pass(Moment.INSIDE_UNIT);
                    return value;
                });
                pass(Moment.AFTER_COMMIT);
                return result;
            }

            @Override
            public <T> T read(Work<T> work) {
                return storage.read(work);
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
                    pass(Moment.BEFORE_SENDING);
                    MailTransport.Result result = mail.transport().send(envelope, message);
                    pass(Moment.AFTER_SENDING);
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
