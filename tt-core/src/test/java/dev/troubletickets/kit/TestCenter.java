// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.desk.AdminDesk;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.ResellerDesk;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.memory.InMemoryStorage;
import dev.troubletickets.memory.MovableClock;
import dev.troubletickets.people.Secret;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.storage.AuditStore;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A support center with the {@link Cast} at work: staff have their profiles but for nick, there is one queue, auto-close is at once as
 * by default, mail goes to memory, and the clock stands at {@link #START} until it is moved.
 */
public final class TestCenter {
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    public static final String SUPPORT = "support@example.com";

    private final Storage storage;
    private final TestDirectory directory;
    private final InMemoryMail mail;
    private final MovableClock clock;
    private final SupportCenter center;

    private TestCenter(
            Storage storage,
            TestDirectory directory,
            InMemoryMail mail,
            MovableClock clock,
            Consumer<SupportCenter.Builder> more) {
        this.storage = storage;
        this.directory = directory;
        this.mail = mail;
        this.clock = clock;
        SupportCenter.Builder builder = SupportCenter.builder()
                .storage(storage)
                .identity(directory)
                .mail(mail)
                .secret(Secret.of("0123456789abcdef0123456789abcdef"))
                .installation("Example Hosting", SUPPORT)
                .clock(clock);
        more.accept(builder);
        this.center = builder.build();
    }

    /** A new center on an in-memory storage of its own. */
    public static TestCenter create() {
        return on(InMemoryStorage.create(), builder -> {});
    }

    /** A new center on this storage, wired further, such as with {@code builder.encryption(…)}. */
    public static TestCenter on(Storage storage, Consumer<SupportCenter.Builder> more) {
        TestCenter center =
                new TestCenter(storage, Cast.directory(), InMemoryMail.create(), MovableClock.startingAt(START), more);
        center.john().saveProfile(Cast.JOHNS_PROFILE);
        center.kate().saveProfile(Cast.KATES_PROFILE);
        center.anna().saveProfile(Cast.ANNAS_PROFILE);
        return center;
    }

    /** Another node on the same storage, directory, mail and clock. */
    public TestCenter anotherNode() {
        return anotherNode(builder -> {});
    }

    /** The same, wired further. */
    public TestCenter anotherNode(Consumer<SupportCenter.Builder> more) {
        return new TestCenter(storage, directory, mail, clock, more);
    }

    /** Another node, whose way to the storage is this. */
    public TestCenter onStorage(Storage way) {
        return new TestCenter(way, directory, mail, clock, builder -> {});
    }

    public SupportCenter center() {
        return center;
    }

    public Storage storage() {
        return storage;
    }

    public TestDirectory directory() {
        return directory;
    }

    public InMemoryMail mail() {
        return mail;
    }

    public MovableClock clock() {
        return clock;
    }

    public CustomerDesk jane() {
        return center.customer(Cast.JANE.id());
    }

    public CustomerDesk mary() {
        return center.customer(Cast.MARY.id());
    }

    public CustomerDesk bob() {
        return center.customer(Cast.BOB.id());
    }

    public ResellerDesk rita() {
        return center.reseller(Cast.RITA);
    }

    public StaffDesk john() {
        return center.staff(Cast.JOHN);
    }

    public StaffDesk kate() {
        return center.staff(Cast.KATE);
    }

    public StaffDesk nick() {
        return center.staff(Cast.NICK);
    }

    public StaffDesk anna() {
        return center.staff(Cast.ANNA);
    }

    /** The main administrator's. */
    public AdminDesk admin() {
        return center.administration(Cast.ANNA);
    }

    /** A ticket of jane's in the default queue, waiting unassigned. */
    public TicketId opened() {
        return jane().open(NewTicket.of("Mail bounces", "All my mail bounces."));
    }

    /** The same, picked up by john. */
    public TicketId taken() {
        TicketId ticket = opened();
        john().pickUp(ticket);
        return ticket;
    }

    /** Changes the settings, as the main administrator. */
    public void settings(UnaryOperator<Settings> change) {
        admin().saveSettings(change.apply(admin().settings()));
    }

    /** A new queue to which these technicians are entitled, besides what they had. */
    public QueueId queue(String name, StaffId... entitled) {
        QueueId queue = admin().createQueue(QueueSettings.named(name));
        for (StaffId technician : entitled) {
            Set<QueueId> queues = new java.util.HashSet<>();
            admin().staff().stream()
                    .filter(each -> each.id().equals(technician))
                    .forEach(each -> queues.addAll(each.queues()));
            queues.add(queue);
            admin().entitle(technician, queues);
        }
        return queue;
    }

    public QueueId defaultQueue() {
        return storage.read(unit -> unit.queues().all()).stream()
                .filter(dev.troubletickets.settings.Queue::isDefault)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Moves the clock on. */
    public void after(Duration time) {
        clock.advance(time);
    }

    /** One round of background work. */
    public RunReport run() {
        return center.background().runDue();
    }

    /** Sends what is due, and reads everything that was sent since {@code mail().forgetSent()}, the oldest first. */
    public List<ParsedMail> sent() {
        run();
        return mail.sent().stream().map(mail::read).toList();
    }

    /** The audit, the newest line first. */
    /** The newest first, of those that begin with these words. */
    public List<AuditStore.Line> audit(String words) {
        return storage.read(unit -> unit.audit().latest(1000)).stream()
                .filter(line -> line.what().startsWith(words))
                .toList();
    }

    /** What has happened to a ticket, oldest first. */
    public List<TicketEvent> events(TicketId ticket) {
        return anna().ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .map(line -> ((ConversationItem.SystemLine) line).event())
                .toList();
    }

    /** The ticket as it is kept. */
    public TicketData kept(TicketId ticket) {
        return storage.read(unit -> unit.tickets().find(ticket)).orElseThrow();
    }
}
