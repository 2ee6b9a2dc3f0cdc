// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.fields.CustomField;
import dev.troubletickets.fields.FieldValue;
import java.util.Optional;

/** A field on a ticket's page, and what stands in it (G10). */
public record FieldShown(CustomField field, Optional<FieldValue> value) {}
