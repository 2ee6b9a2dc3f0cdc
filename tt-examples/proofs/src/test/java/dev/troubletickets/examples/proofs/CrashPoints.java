package dev.troubletickets.examples.proofs;

import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailSystem;
import dev.troubletickets.spi.mail.MailTransport;
import dev.troubletickets.spi.mail.Mailbox;
import dev.troubletickets.spi.storage.Storage;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Counts what a node does to the world outside, and stands still at the one moment it is to be killed. */
final class CrashPoints {
    private final int dieAt;
    private int passed;

    /** @param dieAt the crash point to stand still at; 0 to go on for ever */
    CrashPoints(int dieAt) {
        this.dieAt = dieAt;
    }

    private void pass(String name) {
        passed++;
        if (passed == dieAt) {
            System.out.println("at " + name);
            while (true) {
                LockSupport.park();
            }
        }
    }

    Storage on(Storage storage) {
        return new Storage() {
            @Override
            public <T> T write(Work<T> work) {
                pass("before a commit");
                T result = storage.write(unit -> {
                    T value = work.in(unit);
                    pass("inside a unit of work");
                    return value;
                });
                pass("after a commit");
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
                    pass("before the server hears of a mail");
                    MailTransport.Result result = mail.transport().send(envelope, message);
                    pass("after the server's word on a mail");
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
                        pass("after a fetch");
                        return raw;
                    }

                    @Override
                    public void delete(Collection<String> uids) {
                        pass("before the server's copies go");
                        session.delete(uids);
                        pass("after they were marked to go");
                    }

                    @Override
                    public void close() {
                        session.close();
                        pass("after the mailbox was closed");
                    }
                };
            }
        };
    }
}
