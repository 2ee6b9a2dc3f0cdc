// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of every column that can hold words or bytes when a person is erased (G12). Whoever adds one says it here, and takes care that
 * it is so; {@code docs/erasure.md} is made of this.
 */
final class ErasedColumns {
    private static final String ALL = """
            mutex: name | stays: names of this library's own
            document: name content | stays: settings and rules; whoever wrote a person into a rule takes them out there
            audit: actor_kind actor | stays: ids of staff
            audit: what | their addresses are replaced; ids of accounts and numbers stay
            queue: name address new_response resolved_response close_warning working_time auto_close assignment | stays: the installation's words
            queue_turn: staff | stays: staff
            staff: staff full_name description email signature notices | stays: staff, who are not erased
            staff_queue: staff | stays: staff
            staff_right: staff permission | stays: staff
            staff_preference: staff content | stays: how staff want their panel
            predefined_reply: title title_key content search_key | stays: the installation's words, for every customer
            ticket: subject subject_key thread_key requester requester_key requester_name service summary tags | replaced or emptied, of their tickets
            ticket: cc | emptied, of their tickets; their addresses go from others'
            ticket: account reseller | stays: the host's ids, by which figures and charges are told
            ticket: category category_key channel target escalated | stays: the installation's lists, by which figures are told
            ticket: assignee parts lock_holder | stays: staff and queues
            ticket_text: subject_key requester_key words | replaced with the ticket's
            ticket_tag: tag | removed, of their tickets
            ticket_field: field kind content value_key | removed, of their tickets
            operation: kind actor_kind actor | stays: staff and kinds
            operation: content | addresses are replaced: all of their tickets, theirs of others'
            link: kind | stays: a kind
            scheduled: author kind technician content answer dropped_by refused | removed, of their tickets, where there is a text; others hold none
            scheduled_file: file_key | removed with the answer
            message: content words message_id sender | replaced or emptied: all in their tickets, and theirs in others'
            message: author author_name | an address and a customer's name are replaced; ids of accounts, and staff, stay
            message: kind author_kind channel | stays: kinds
            attachment: name media_type file_key | removed with its message's words
            file: file_key sha256 | removed with the bytes, once no message and no answer at a time refers to it any more
            file: found | stays as long as the file: the scanner's words
            file_part: file_key content | removed soon after the last message or answer at a time that referred to it
            history: content | rewritten: of their tickets every word, of others' their addresses; so the event feed tells no more, either
            history: actor | an address is replaced; ids of accounts and staff stay
            history: actor_kind event facts | stays: kinds and figures
            read_mark: staff | stays: staff
            presence: staff | stays: staff
            draft: staff content | removed, of their tickets
            follow: kind staff | stays: staff
            collaborator: staff rights | stays: staff
            bulk_job: search | forgotten where it holds an address of theirs; a mass action that still collects is cancelled
            bulk_job: owner action state | stays: staff and kinds
            bulk_ticket: result refusal detail | stays: kinds
            saved_search: owner name name_key content | removed where it holds an address of theirs
            thread: message_id | removed, of their tickets; others are digests
            mailbox: name last_error | stays: the installation's mailboxes
            intake: raw | emptied: mails of their tickets and messages, and others that name them, but for those of others' messages, in which their addresses are masked
            intake: why | emptied with the original
            intake: mailbox uid sha256 outcome mail_class | stays: by which a mail is not fetched twice; a digest, no words
            intake_rest: content | as the original
            intake_identity: identity | stays: a digest, by which a copy is known
            admission: writer | removed
            outbox: content recipients recipients_key reason | emptied, of mails that were sent in their tickets or to them; those still to be sent are removed, or lose the recipient where there are others
            outbox: kind sender message_id | stays: the installation's own address and ids
            outbox_rest: content | as the mail
            withheld: reason | stays: a kind
            bounce: address_key address reason | removed
            price_change: reseller unit currency set_by | stays: prices
            reseller_charge: note | replaced where it names an address of theirs, or a ticket of theirs by its number
            reseller_charge: charge_key reseller kind currency set_by | stays: what is charged; who chooses a key puts no name into it
            charge_total: reseller currency kind | stays: figures
            billing_order: words failure | replaced, of the account's
            billing_order: order_id kind charge account currency ordered_by state reference | stays: figures, and what the host's billing knows them by
            incident_pack: pack_key account | stays: figures; who chooses a key puts no name into it
            incident_use: account packs | stays: figures, and keys of packs
            reseller_statement: reseller from_day through_day zone issued_by totals | stays: figures
            count_day: counted_day | stays: figures
            customer_count: reseller counted_day | stays: figures
            feed_consumer: name | stays: the host's programs
            statistic: whose name spread | stays: figures by technician, channel and category
            task: title details | replaced, of their tickets, and where they name an address of theirs, or a ticket of theirs by its number
            task: creator assignee | stays: staff
            task_entry: new_value | a note's is replaced with the task's words
            task_entry: staff kind old_value | stays: staff, kinds and times
            private_message: subject content | replaced where they name an address of theirs, or a ticket of theirs by its number
            private_message: sender recipients | stays: staff
            private_copy: staff | stays: staff
            article_category: name name_key | stays: the installation's words
            article: title title_key language audience content | stays: the installation's words, for everybody
            article_word: word | stays: words of articles
            article_edit: staff | stays: staff
            customer_comment: content | emptied
            customer_comment: account staff | stays: ids
            customer_key: account armored fingerprint user_id algorithm | removed
            encryption_key: fingerprint armored user_id algorithm state sealed_key sealed_passphrase | stays: the installation's own keys
            erasure: addresses | emptied when it is over
            erasure: staff account phase traces stuck | stays: the list of what was touched, and where it is stuck; it holds no name
            """;

    /** Tables that MariaDB alone has. */
    private static final Set<String> MARIADB_ALONE = Set.of("intake_rest.content", "outbox_rest.content");

    private ErasedColumns() {}

    /** @param fate in a few words */
    record Columns(String table, List<String> names, String fate) {
        private static Columns parse(String line) {
            int colon = line.indexOf(':');
            int bar = line.indexOf('|');
            String names = line.substring(colon + 1, bar).strip();
            return new Columns(
                    line.substring(0, colon),
                    List.of(names.split(" ")),
                    line.substring(bar + 1).strip());
        }

        Stream<String> each() {
            return names.stream().map(name -> table + "." + name);
        }
    }

    static List<Columns> all() {
        return ALL.lines().map(Columns::parse).toList();
    }

    /** Such as {@code ticket.subject}. */
    static Set<String> names(boolean mariaDb) {
        return all().stream()
                .flatMap(Columns::each)
                .filter(name -> mariaDb || !MARIADB_ALONE.contains(name))
                .collect(Collectors.toSet());
    }

    static String rows() {
        return all().stream()
                .map(columns -> "| " + columns.table() + " | " + String.join(", ", columns.names()) + " | "
                        + columns.fate() + " |\n")
                .collect(Collectors.joining());
    }

    static boolean hasNoDouble() {
        List<String> names = all().stream().flatMap(Columns::each).toList();
        return names.size() == Arrays.stream(names.toArray()).distinct().count();
    }
}
