// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.export;

import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.page.Searches;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.Export;
import dev.troubletickets.search.ExportProgress;
import dev.troubletickets.search.ExportResult;
import dev.troubletickets.search.Search;
import dev.troubletickets.view.StaffTicketRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes what a search finds, page by page (C4). Each page is read in a unit of its own, and none is open while the host's stream takes
 * its time. The way goes by number up to the newest one at the start, so whatever changes meanwhile, it ends, and nothing comes twice.
 */
public final class Exports {
    private static final int PAGE = 500;

    private final Work work;
    private final Access access;

    public Exports(Work work, Access access) {
        this.work = work;
        this.access = access;
    }

    public ExportResult write(StaffId who, Search search, Export export, Target target) {
        long newest = work.read(scope -> Searches.newest(scope, access.staff(scope, who), search));
        Lines lines = Lines.of(export);
        try {
            Writer out = new BufferedWriter(new OutputStreamWriter(target.into(), StandardCharsets.UTF_8));
            out.write(lines.head());
            return write(who, search, new Run(lines, out, newest, target.progress()));
        } catch (IOException e) {
            throw new UncheckedIOException("the target of an export failed", e);
        }
    }

    private ExportResult write(StaffId who, Search search, Run run) throws IOException {
        long written = 0;
        long last = 0;
        while (true) {
            long after = last;
            List<StaffTicketRow> page =
                    work.read(scope -> Searches.through(scope, access.staff(scope, who), search, after, PAGE));
            for (StaffTicketRow row : page) {
                last = row.id().value();
                if (last <= run.newest()) {
                    run.out().write(run.lines().line(row));
                    written++;
                }
            }
            run.out().flush();
            boolean isAll = page.size() < PAGE || last >= run.newest();
            boolean goesOn = run.progress().goOnAfter(written);
            if (isAll || !goesOn) {
                return new ExportResult(written, isAll);
            }
        }
    }

    /** Where it goes, and who hears of it. */
    public record Target(OutputStream into, ExportProgress progress) {}

    private record Run(Lines lines, Writer out, long newest, ExportProgress progress) {}
}
