package org.mlanalytics.files.checking;

import java.util.ArrayList;
import java.util.List;
import org.mlanalytics.files.checking.reason.FileRefusedException;
import org.mlanalytics.files.checking.reason.Reason;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.row.Row;
import org.mlanalytics.files.checking.schema.Column;
import org.mlanalytics.files.checking.schema.ColumnRule;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.source.DecodingReader;
import org.mlanalytics.files.checking.source.RawRow;

/** Decides on one row after the other: what its values are, and what is wrong with it. */
final class RowCheck {

  private final Binding binding;
  private final ColumnRule[] rules;
  private final List<UniqueKey> keys;
  private final long maxKeys;
  private final Row row;
  private final List<Reason> reasons = new ArrayList<>();

  RowCheck(Binding binding, FileSchema schema, long maxKeys, long seed) {
    this.binding = binding;
    this.maxKeys = maxKeys;
    List<Column> columns = binding.columns();
    this.rules =
        columns.stream().map(column -> new ColumnRule(column, schema)).toArray(ColumnRule[]::new);
    this.keys =
        schema.unique().stream()
            .map(
                names ->
                    new UniqueKey(names, names.stream().mapToInt(schema::indexOf).toArray(), seed))
            .toList();
    this.row =
        new Row(
            columns.stream().map(Column::name).toList(),
            columns.stream().map(Column::type).toList());
  }

  /** The row that was checked last, when it passed. */
  Row row() {
    return row;
  }

  /** What is wrong with the row that was checked last. */
  List<Reason> reasons() {
    return reasons;
  }

  /**
   * Whether a row passes.
   *
   * @throws FileRefusedException when there are more keys than can be remembered
   */
  boolean passes(RawRow raw) throws FileRefusedException {
    reasons.clear();
    if (raw.fault() != null) {
      reasons.add(raw.fault());
    } else if (raw.tooLarge()) {
      add(ReasonCode.ROW_TOO_LARGE, null, ReasonCode.ROW_TOO_LARGE.meaning());
    } else if (raw.fields() != binding.header().size()) {
      add(
          raw.fields() < binding.header().size()
              ? ReasonCode.TOO_FEW_FIELDS
              : ReasonCode.TOO_MANY_FIELDS,
          null,
          raw.fields() + " instead of " + binding.header().size());
    } else if (raw.flawed()) {
      findFlaws(raw);
    } else {
      checkColumns(raw);
    }
    return reasons.isEmpty();
  }

  private void checkColumns(RawRow raw) throws FileRefusedException {
    row.begin(raw.line(), raw.chars());
    int[] fields = binding.fields();
    for (int i = 0; i < rules.length; i++) {
      int field = fields[i];
      ReasonCode wrong =
          field < 0
              ? rules[i].check(null, 0, -1, row, i)
              : rules[i].check(raw.chars(), raw.start(field), raw.length(field), row, i);
      if (wrong != null) {
        add(wrong, binding.columns().get(i).name(), rules[i].expected(wrong));
      }
    }
    if (reasons.isEmpty()) {
      checkKeys(raw.line());
    }
  }

  /** A row that is put aside leaves no key behind: a later row with that key may be a good one. */
  private void checkKeys(long line) throws FileRefusedException {
    for (int i = 0; keys.size() > 1 && i < keys.size(); i++) {
      if (keys.get(i).seen(row)) {
        reasons.add(keys.get(i).duplicate());
      }
    }
    for (int i = 0; reasons.isEmpty() && i < keys.size(); i++) {
      UniqueKey key = keys.get(i);
      if (!key.remember(row)) {
        reasons.add(key.duplicate());
      } else if (key.size() > maxKeys) {
        throw new FileRefusedException(
            ReasonCode.TOO_MANY_KEYS, line, "at most " + maxKeys + " keys can be compared");
      }
    }
  }

  private void findFlaws(RawRow raw) {
    for (int i = 0; i < raw.fields() && reasons.size() < RejectedRow.MAX_REASONS; i++) {
      if (raw.holds(i, DecodingReader.INVALID)) {
        add(ReasonCode.INVALID_BYTES, binding.header().get(i), ReasonCode.INVALID_BYTES.meaning());
      }
      if (raw.holds(i, '\0')) {
        add(ReasonCode.NUL_CHARACTER, binding.header().get(i), ReasonCode.NUL_CHARACTER.meaning());
      }
    }
  }

  private void add(ReasonCode code, String column, String detail) {
    reasons.add(new Reason(code, column, detail));
  }
}
