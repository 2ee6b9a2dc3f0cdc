// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the library against hand-written JDBC and writes {@code docs/performance.md}, and of statistics, which are only measured when
 * asked for ({@code -Dbenchmarks.only=statistics}), {@code docs/performance-statistics.md}. {@code ./mvnw -q -Pbenchmarks}; the sizes with
 * {@code -Dbenchmarks.sizes=10000,100000,1000000}, fewer things with {@code -Dbenchmarks.only=reads}, {@code writes} or {@code mail}, less
 * exactly with {@code -Dbenchmarks.rounds=5}.
 */
public final class Benchmarks {
    /** Writes are measured on this many tickets, if there are as many. */
    private static final int WRITTEN_TO = 100_000;

    private static final int TURNS_TO_COMPILE = 20;
    /** On so many, the library's own code keeps the facts that are to be counted. */
    private static final int ROLLED_UP_BY_THE_LIBRARY = 1_500;

    private static final Target WRITE = Target.atLeast(0.9);
    private static final Target READ = Target.atMost(2);
    private static final Target GROWTH = Target.atMost(1.5);
    private static final Target SEARCH = Target.atMostMillis(30);
    private static final Target BESIDE = Target.none();
    private static final Target YEAR = Target.atMostMillis(200);

    private final Options options;
    private final List<Site> sites;
    private final Report report = new Report();
    private final Report ofStatistics = new Report();

    private Benchmarks(Options options, List<Site> sites) {
        this.options = options;
        this.sites = sites;
    }

    /** @param page where the page goes; without it, figures are printed only */
    public static void main(String... page) throws Exception {
        Options options = Options.ofProperties();
        List<Site> sites = new ArrayList<>();
        try (PostgresServer server = PostgresServer.start()) {
            Benchmarks run = new Benchmarks(options, sites);
            if (!options.only().equals(List.of("statistics"))) {
                run.warmUp(server);
            }
            for (int size : options.sizes()) {
                sites.add(loaded(server, size, options.only().equals(List.of("statistics"))));
            }
            if (options.only().contains("reads")) {
                run.reads();
                run.growth();
            }
            if (options.only().contains("writes")) {
                run.writes();
            }
            if (options.only().contains("mail")) {
                run.mail(server);
            }
            if (options.only().contains("statistics")) {
                run.statistics(server);
            }
            if (page.length > 0) {
                run.write(Path.of(page[0]));
            }
        } finally {
            sites.forEach(Site::close);
        }
    }

    private void write(Path page) throws IOException, SQLException {
        if (!report.isEmpty()) {
            report.write(page, head("Performance", "words.md"), words("words.md"));
        }
        if (!ofStatistics.isEmpty()) {
            String words = "statistics-words.md";
            ofStatistics.write(
                    page.resolveSibling("performance-statistics.md"),
                    head("Performance of statistics", words),
                    words(words));
        }
    }

    private static Site loaded(PostgresServer server, int size, boolean ticketsAlone) throws SQLException {
        long start = System.nanoTime();
        Site site = new Site(server, size);
        if (ticketsAlone) {
            new Corpus(site).loadTickets();
        } else {
            new Corpus(site).load();
        }
        System.out.println(size + " tickets loaded in " + (System.nanoTime() - start) / 1_000_000_000 + " s");
        return site;
    }

    /**
     * Everything in turns, on tables that nothing is measured on, until it is compiled: that takes thousands of turns, and the library
     * has more to compile.
     */
    private void warmUp(PostgresServer server) throws Exception {
        try (Site site = loaded(server, Corpus.ACTIVE, false)) {
            List<Contest> all = new ArrayList<>(new Reads(site).contests());
            all.addAll(new Writes(site).contests());
            warmUp(all);
        }
    }

    private void warmUp(List<Contest> all) throws Exception {
        Pace blocks = new Pace(1, 0, Duration.ofMillis(500), Duration.ZERO);
        long end = System.nanoTime() + options.warmUp().toNanos();
        while (System.nanoTime() < end) {
            for (Contest contest : asked(all)) {
                new Duel(blocks, System::nanoTime).fight(contest);
            }
        }
    }

    private void reads() throws Exception {
        for (Site site : sites) {
            for (Contest contest : asked(new Reads(site).contests())) {
                Outcome outcome = new Duel(options.pace(), System::nanoTime).fight(contest);
                String table = "Reads at " + site.size() + " tickets: time of the library, JDBC = 1";
                report.add(new Figure(table, contest.name(), outcome.time(), READ));
                if (Reads.OF_TEXTS.contains(contest.name())) {
                    String millis = "Searches through texts at " + site.size() + " tickets: milliseconds";
                    report.add(new Figure(millis, contest.name(), outcome.libraryMillis(), SEARCH));
                }
            }
        }
    }

    /** The library against itself: on the largest tables, and on the smallest. */
    private void growth() throws Exception {
        if (sites.size() < 2) {
            return;
        }
        List<Contest> large = asked(new Reads(sites.get(sites.size() - 1)).contests());
        List<Contest> small = asked(new Reads(sites.get(0)).contests());
        String table =
                "Growth: time of the library at " + options.largest() + " tickets, at " + options.smallest() + " = 1";
        for (int i = 0; i < large.size(); i++) {
            Contest contest = new Contest(
                    large.get(i).name(), large.get(i).library(), small.get(i).library());
            Outcome outcome = new Duel(options.pace(), System::nanoTime).fight(contest);
            report.add(new Figure(table, contest.name(), outcome.time(), GROWTH));
        }
    }

    /** On tables of its own, for background work does whatever is due: on the others, send what the writes have queued. */
    private void mail(PostgresServer server) throws Exception {
        try (Site site = new Site(server, 0)) {
            List<Contest> all = asked(new MailIn(site).contests());
            warmUp(all);
            for (Contest contest : all) {
                new Census(site).requireSameWork(contest);
                Outcome outcome = new Duel(options.pace(), System::nanoTime).fight(contest);
                String time = "Mail in: time of the library, the other = 1";
                String rate = "Mail in: mails a second, one thread";
                report.add(new Figure(time, contest.name(), outcome.time(), BESIDE));
                report.add(new Figure(rate, contest.name(), outcome.libraryRate(MailIn.BATCH), BESIDE));
                report.add(new Figure(rate, contest.name() + ": the other", outcome.plainRate(MailIn.BATCH), BESIDE));
            }
        }
    }

    /**
     * On the largest tables. A turn by hand takes seconds and is a block, after which the library finds little in the database's memory;
     * how long it takes somebody who asks again is measured by itself.
     */
    private void statistics(PostgresServer server) throws Exception {
        try (Site few = new Site(server, "few", ROLLED_UP_BY_THE_LIBRARY)) {
            new Rolled(few).requireSameAsTheLibrarys();
        }
        Site site = sites.get(sites.size() - 1);
        new Rolled(site).load();
        YearFigures year = new YearFigures(site);
        for (YearFigures.Sight sight : YearFigures.sights()) {
            year.see(sight);
            year.requireSame();
            System.out.println("both ways find the same" + sight.name());
            for (int turn = 0; turn < TURNS_TO_COMPILE; turn++) {
                for (Contest contest : asked(year.contests())) {
                    contest.library().act(turn);
                }
            }
            for (Contest contest : asked(year.contests())) {
                askAgain(contest);
            }
            for (Contest contest : asked(year.besideHand())) {
                inTurns(contest);
            }
        }
    }

    private void askAgain(Contest contest) throws Exception {
        Contest alone = new Contest(contest.name(), contest.library(), contest.library());
        Outcome outcome = new Duel(options.pace(), System::nanoTime).fight(alone);
        ofStatistics.add(new Figure(ofTheYear() + "milliseconds", contest.name(), outcome.libraryMillis(), YEAR));
    }

    private void inTurns(Contest contest) throws Exception {
        // everything is compiled, and the other way takes seconds to warm up in
        Outcome outcome = new Duel(options.pace().compiled(), System::nanoTime).fight(contest);
        String inTurns = ofTheYear() + "milliseconds, in turns with the other way";
        ofStatistics.add(new Figure(inTurns, contest.name(), outcome.libraryMillis(), BESIDE));
        ofStatistics.add(new Figure(inTurns, contest.name() + ": by hand", outcome.plainMillis(), BESIDE));
        ofStatistics.add(
                new Figure(ofTheYear() + "time of the library, JDBC = 1", contest.name(), outcome.time(), READ));
    }

    private String ofTheYear() {
        return "Figures of a year of " + options.largest() + " tickets: ";
    }

    private void writes() throws Exception {
        Site site = sites.stream()
                .filter(each -> each.size() >= WRITTEN_TO)
                .findFirst()
                .orElse(sites.get(sites.size() - 1));
        for (Contest contest : asked(new Writes(site).contests())) {
            new Census(site).requireSameWork(contest);
            for (int threads : options.threads()) {
                Outcome outcome = new Duel(options.pace().withThreads(threads), System::nanoTime).fight(contest);
                String table = "Writes: throughput of the library, JDBC = 1";
                String name = contest.name() + ", " + threads + (threads == 1 ? " thread" : " threads");
                report.add(new Figure(table, name, outcome.throughput(), WRITE));
            }
        }
    }

    private List<Contest> asked(List<Contest> all) {
        return all.stream().filter(options::asksFor).toList();
    }

    private String head(String title, String words) throws SQLException {
        try (Connection connection = sites.get(0).plain().getConnection()) {
            return """
                    # %s

                    Written by `%s` on %s, on %d cores, Java %s, %s %s; %d rounds. Do not edit: what is said below the tables stands
                    in [%s](../tt-examples/benchmarks/src/main/resources/dev/troubletickets/examples/benchmarks/%s).
                    """.formatted(
                            title,
                            options.command(),
                            LocalDate.now(java.time.ZoneId.systemDefault()),
                            Runtime.getRuntime().availableProcessors(),
                            Runtime.version().feature(),
                            connection.getMetaData().getDatabaseProductName(),
                            connection.getMetaData().getDatabaseProductVersion(),
                            options.rounds(),
                            words,
                            words);
        }
    }

    private static String words(String name) throws IOException {
        try (InputStream words = Benchmarks.class.getResourceAsStream(name)) {
            return words == null ? "" : new String(words.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
