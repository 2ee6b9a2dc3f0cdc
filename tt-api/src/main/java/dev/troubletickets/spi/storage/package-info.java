// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Where everything is kept. Start at {@link dev.troubletickets.spi.storage.Storage}; its contract is the test suite in {@code
 * dev.troubletickets.contract.storage}. Rules do not live here: a storage keeps, finds and compares, and says when somebody else was
 * first.
 */
@NullMarked
package dev.troubletickets.spi.storage;

import org.jspecify.annotations.NullMarked;
