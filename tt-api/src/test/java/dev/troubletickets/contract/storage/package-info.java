// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What every {@link dev.troubletickets.spi.storage.Storage} has to do, as tests: a storage's own test implements {@link
 * dev.troubletickets.contract.storage.StorageContract} and inherits them all.
 */
package dev.troubletickets.contract.storage;
