-- SPDX-FileCopyrightText: The Trouble Tickets authors
-- SPDX-License-Identifier: Apache-2.0

-- customers are counted for statistics too, whatever their reseller pays for
alter table ${prefix}customer_count modify price bigint null;
