// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.people.EmailAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The installation's settings; stored in the database, in force on every node within five seconds.
 *
 * @param installation the name customers know, at the head of automatic mails
 * @param supportAddress where customers write, and where answers come from in queues without an address of their own
 * @param autoClose of queues that do not say otherwise; at once by default (A10)
 * @param reopeningWindow for how many days its customer can reopen a settled ticket, 1 to 3650; after that a follow-up opens a new,
 *     linked ticket (G14); empty, the default, is for ever
 * @param takeOverBeforeClosing demand that staff pick a ticket up before they close it; off by default (A5)
 * @param receipts confirm the receipt of a mail that opened a ticket; on by default (D4)
 * @param checkSenderAddress a mail without any other mark belongs to a ticket only if sender and subject agree; off: the subject
 *     alone decides (D3); on by default
 * @param customersSetPriority let customers choose a priority; off by default (B11)
 * @param showAnswered show the dashboard's section of answered tickets; on by default (B7)
 * @param showOnHold show the dashboard's section of tickets on hold; on by default (B7)
 * @param lockMinutes how long a lock lasts without being renewed, 1 to 1,440; 15 by default (B6)
 * @param categories what customers choose from; none by default
 * @param highlightDomains senders' domains to mark in lists (D11), in lower case; none by default
 * @param showAnswerDue tell customers by when an answer is expected; off by default (B9)
 * @param holidays of every queue that has a working time (B9); none by default
 * @param automaticMail how many automatic mails go out at most (D4)
 * @param messagesPerHour how many messages an account may write in an hour, 1 to 10,000, or an address that is no account's; a panel
 *     refuses more, mails are quarantined (G13); empty, the default, is without limit
 * @param language of mails to customers of whose language the host knows nothing (D7); English by default
 * @param undoSend for how long an answer can be taken back before it leaves (G8), 1 second to 1 hour; zero, the default: it leaves at
 *     once
 * @param ratings customers are asked to rate how their tickets were settled (G11); off by default
 */
public record Settings(
        String installation,
        EmailAddress supportAddress,
        AutoClose autoClose,
        Optional<Integer> reopeningWindow,
        boolean takeOverBeforeClosing,
        boolean receipts,
        boolean checkSenderAddress,
        boolean customersSetPriority,
        boolean showAnswered,
        boolean showOnHold,
        int lockMinutes,
        List<Category> categories,
        Set<String> highlightDomains,
        Limits limits,
        boolean showAnswerDue,
        Holidays holidays,
        AutomaticMailLimits automaticMail,
        Optional<Integer> messagesPerHour,
        Locale language,
        Duration undoSend,
        boolean ratings) {
    private static final int LONGEST = 100;
    private static final int MOST_DAYS = 3650;
    private static final int LOCK_MINUTES = 15;
    private static final int MOST_MESSAGES = 10_000;
    private static final int MOST_LOCK_MINUTES = 1440;
    private static final Duration SHORTEST_UNDO = Duration.ofSeconds(1);
    private static final Duration LONGEST_UNDO = Duration.ofHours(1);

    /**
     * @throws IllegalArgumentException if the name is not one line of 1 to 100 characters, a number is out of its range, or a category
     * stands twice
     */
    public Settings {
        if (installation.isBlank()
                || installation.length() > LONGEST
                || installation.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an installation's name is one line of 1 to " + LONGEST + " characters");
        }
        if (reopeningWindow.filter(days -> days < 1 || days > MOST_DAYS).isPresent()) {
            throw new IllegalArgumentException("a reopening window is 1 to " + MOST_DAYS + " days");
        }
        if (lockMinutes < 1 || lockMinutes > MOST_LOCK_MINUTES) {
            throw new IllegalArgumentException("a lock lasts 1 to " + MOST_LOCK_MINUTES + " minutes");
        }
        if (messagesPerHour.filter(most -> most < 1 || most > MOST_MESSAGES).isPresent()) {
            throw new IllegalArgumentException("an account writes 1 to " + MOST_MESSAGES + " messages in an hour");
        }
        boolean undo = !undoSend.isZero();
        if (undo && (undoSend.compareTo(SHORTEST_UNDO) < 0 || undoSend.compareTo(LONGEST_UNDO) > 0)) {
            throw new IllegalArgumentException("answers can be taken back for 1 second to 1 hour, or not at all");
        }
        categories = List.copyOf(categories);
        if (categories.stream().map(Category::name).distinct().count() < categories.size()) {
            throw new IllegalArgumentException("each category stands once");
        }
        Set<String> domains = new TreeSet<>();
        highlightDomains.forEach(domain -> domains.add(domain.strip().toLowerCase(Locale.ROOT)));
        highlightDomains = Set.copyOf(domains);
    }

    public static Settings of(String installation, EmailAddress supportAddress) {
        return new Settings(
                installation,
                supportAddress,
                AutoClose.atOnce(),
                Optional.empty(),
                false,
                true,
                true,
                false,
                true,
                true,
                LOCK_MINUTES,
                List.of(),
                Set.of(),
                Limits.defaults(),
                false,
                Holidays.none(),
                AutomaticMailLimits.defaults(),
                Optional.empty(),
                Locale.ENGLISH,
                Duration.ZERO,
                false);
    }

    public Settings withInstallation(String value) {
        return with(draft -> draft.installation = value);
    }

    public Settings withSupportAddress(EmailAddress value) {
        return with(draft -> draft.supportAddress = value);
    }

    public Settings withAutoClose(AutoClose value) {
        return with(draft -> draft.autoClose = value);
    }

    /** @throws IllegalArgumentException if it is not 1 to 3650 days */
    public Settings withReopeningWindow(int days) {
        return with(draft -> draft.reopeningWindow = Optional.of(days));
    }

    public Settings withoutReopeningWindow() {
        return with(draft -> draft.reopeningWindow = Optional.empty());
    }

    public Settings withTakeOverBeforeClosing(boolean value) {
        return with(draft -> draft.takeOverBeforeClosing = value);
    }

    public Settings withReceipts(boolean value) {
        return with(draft -> draft.receipts = value);
    }

    public Settings withCheckSenderAddress(boolean value) {
        return with(draft -> draft.checkSenderAddress = value);
    }

    public Settings withCustomersSetPriority(boolean value) {
        return with(draft -> draft.customersSetPriority = value);
    }

    /** Which of the dashboard's two optional sections are shown. */
    public Settings withSections(boolean answered, boolean onHold) {
        return with(draft -> {
            draft.showAnswered = answered;
            draft.showOnHold = onHold;
        });
    }

    public Settings withLockMinutes(int value) {
        return with(draft -> draft.lockMinutes = value);
    }

    public Settings withCategories(Category... values) {
        return with(draft -> draft.categories = List.of(values));
    }

    public Settings withHighlightDomains(Set<String> values) {
        return with(draft -> draft.highlightDomains = values);
    }

    public Settings withLimits(Limits value) {
        return with(draft -> draft.limits = value);
    }

    public Settings withShowAnswerDue(boolean value) {
        return with(draft -> draft.showAnswerDue = value);
    }

    public Settings withHolidays(Holidays value) {
        return with(draft -> draft.holidays = value);
    }

    public Settings withAutomaticMail(AutomaticMailLimits value) {
        return with(draft -> draft.automaticMail = value);
    }

    /** @throws IllegalArgumentException if it is not 1 to 10,000 */
    public Settings withMessagesPerHour(int value) {
        return with(draft -> draft.messagesPerHour = Optional.of(value));
    }

    public Settings withoutMessagesPerHour() {
        return with(draft -> draft.messagesPerHour = Optional.empty());
    }

    public Settings withLanguage(Locale value) {
        return with(draft -> draft.language = value);
    }

    /** @throws IllegalArgumentException if it is neither zero nor 1 second to 1 hour */
    public Settings withUndoSend(Duration value) {
        return with(draft -> draft.undoSend = value);
    }

    public Settings withRatings(boolean value) {
        return with(draft -> draft.ratings = value);
    }

    private Settings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** The settings while one of them is being replaced. */
    private static final class Draft {
        private String installation;
        private EmailAddress supportAddress;
        private AutoClose autoClose;
        private Optional<Integer> reopeningWindow;
        private boolean takeOverBeforeClosing;
        private boolean receipts;
        private boolean checkSenderAddress;
        private boolean customersSetPriority;
        private boolean showAnswered;
        private boolean showOnHold;
        private int lockMinutes;
        private List<Category> categories;
        private Set<String> highlightDomains;
        private Limits limits;
        private boolean showAnswerDue;
        private Holidays holidays;
        private AutomaticMailLimits automaticMail;
        private Optional<Integer> messagesPerHour;
        private Locale language;
        private Duration undoSend;
        private boolean ratings;

        Draft(Settings s) {
            installation = s.installation;
            supportAddress = s.supportAddress;
            autoClose = s.autoClose;
            reopeningWindow = s.reopeningWindow;
            takeOverBeforeClosing = s.takeOverBeforeClosing;
            receipts = s.receipts;
            checkSenderAddress = s.checkSenderAddress;
            customersSetPriority = s.customersSetPriority;
            showAnswered = s.showAnswered;
            showOnHold = s.showOnHold;
            lockMinutes = s.lockMinutes;
            categories = s.categories;
            highlightDomains = s.highlightDomains;
            limits = s.limits;
            showAnswerDue = s.showAnswerDue;
            holidays = s.holidays;
            automaticMail = s.automaticMail;
            messagesPerHour = s.messagesPerHour;
            language = s.language;
            undoSend = s.undoSend;
            ratings = s.ratings;
        }

        Settings settings() {
            return new Settings(
                    installation,
                    supportAddress,
                    autoClose,
                    reopeningWindow,
                    takeOverBeforeClosing,
                    receipts,
                    checkSenderAddress,
                    customersSetPriority,
                    showAnswered,
                    showOnHold,
                    lockMinutes,
                    categories,
                    highlightDomains,
                    limits,
                    showAnswerDue,
                    holidays,
                    automaticMail,
                    messagesPerHour,
                    language,
                    undoSend,
                    ratings);
        }
    }
}
