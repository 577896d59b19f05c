package org.mlanalytics.files.checking;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mlanalytics.files.checking.reason.FileRefusedException;
import org.mlanalytics.files.checking.reason.Reason;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.reason.Refusal;
import org.mlanalytics.files.checking.report.QualityReport;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.schema.Threshold;
import org.mlanalytics.files.checking.source.CsvSource;
import org.mlanalytics.files.checking.source.DecodingReader;
import org.mlanalytics.files.checking.source.FileFormat;
import org.mlanalytics.files.checking.source.JsonLinesSource;
import org.mlanalytics.files.checking.source.Keys;
import org.mlanalytics.files.checking.source.RawRow;
import org.mlanalytics.files.checking.source.RowSource;

/** The check of one file. */
final class Checking {

  private final FileFormat format;
  private final boolean inferred;
  private final CheckLimits limits;
  private final RowSink good;
  private final QuarantineSink bad;
  private final RawRow raw;

  private FileSchema schema;
  private DecodingReader text;
  private Keys keys;
  private RowSource source;
  private Binding binding;
  private Tally tally = new Tally(List.of(), List.of());
  private Refusal refusal;

  Checking(
      FileFormat format, FileSchema schema, CheckLimits limits, RowSink good, QuarantineSink bad) {
    this.format = format;
    this.schema = schema;
    this.inferred = schema == null;
    this.limits = limits;
    this.good = good;
    this.bad = bad;
    this.raw = new RawRow(limits.maxRowChars(), limits.maxColumns());
  }

  QualityReport run(InputStream file) throws IOException {
    try {
      text = new DecodingReader(schema == null ? inferSchema(file) : file, format.encoding());
      open();
      tally = new Tally(binding.columns(), schema.unique());
      checkRows();
      Threshold threshold =
          schema.rejectAbove() == null ? limits.rejectAbove() : schema.rejectAbove();
      if (threshold.exceededBy(tally.quarantined(), tally.rows())) {
        refuseForQuarantine(0);
      }
    } catch (FileRefusedException e) {
      refusal = e.refusal();
    }
    return report();
  }

  /** Reads the good rows without counting what is in them. */
  void rows(InputStream file) throws IOException {
    text = new DecodingReader(file, format.encoding());
    open();
    checkRows();
  }

  /** Infers the schema from the beginning of a file. Returns the whole file. */
  private InputStream inferSchema(InputStream file) throws IOException {
    byte[] beginning = file.readNBytes(limits.sampleBytes());
    InputStream sample = new ByteArrayInputStream(beginning);
    schema =
        beginning.length < limits.sampleBytes()
            ? SchemaInference.infer(sample, format, limits)
            : SchemaInference.inferFromBeginning(sample, format, limits);
    return new SequenceInputStream(new ByteArrayInputStream(beginning), file);
  }

  private void open() throws IOException {
    if (format.kind() == FileFormat.Kind.JSON_LINES) {
      keys = Keys.of(schema.columns(), schema.unknownColumns());
      source = new JsonLinesSource(text, keys, limits.maxFieldChars(), limits.maxRowChars());
      binding = Binding.inOrder(schema);
      return;
    }
    source = new CsvSource(text, format, limits.maxFieldChars());
    if (format.header()) {
      boolean any = source.next(raw);
      binding = Binding.of(Header.read(any, raw, limits.maxColumns()), raw.line(), schema);
    } else {
      binding = Binding.inOrder(schema);
    }
  }

  private void checkRows() throws IOException {
    long seed = UUID.randomUUID().getMostSignificantBits();
    RowCheck check = new RowCheck(binding, schema, limits.maxUniqueKeys(), seed);
    while (source.next(raw)) {
      if (tally.rows() >= limits.maxRows()) {
        throw new FileRefusedException(
            ReasonCode.TOO_MANY_ROWS, raw.line(), "at most " + limits.maxRows());
      }
      if (check.passes(raw)) {
        tally.passed(check.row());
        good.accept(check.row());
      } else {
        RejectedRow rejected = rejected(check.reasons());
        tally.putAside(rejected, check.reasons());
        bad.accept(rejected);
        if (tally.quarantined() > limits.maxQuarantined()) {
          refuseForQuarantine(raw.line());
        }
      }
    }
  }

  private void refuseForQuarantine(long line) throws FileRefusedException {
    throw new FileRefusedException(
        ReasonCode.TOO_MANY_QUARANTINED,
        line,
        tally.quarantined() + " of " + tally.rows() + " rows were put aside");
  }

  private RejectedRow rejected(List<Reason> reasons) {
    List<String> values = new ArrayList<>();
    int room = RejectedRow.MAX_TOTAL_CHARS;
    for (int i = 0; !raw.tooLarge() && i < raw.fields() && room > 0; i++) {
      String value = raw.text(i, Math.min(room, RejectedRow.MAX_CHARS));
      values.add(value);
      room -= value == null ? 0 : value.length();
    }
    return new RejectedRow(
        raw.line(),
        List.copyOf(reasons.subList(0, Math.min(reasons.size(), RejectedRow.MAX_REASONS))),
        binding.header(),
        values);
  }

  private QualityReport report() {
    return new QualityReport(
        refusal,
        text == null ? null : text.encoding().label(),
        text != null && text.marked(),
        text == null ? 0 : text.bytesRead(),
        tally.rows(),
        tally.good(),
        tally.quarantined(),
        source == null ? 0 : source.emptyLines(),
        tally.reasons(),
        tally.columns(),
        binding == null ? List.of() : binding.missing(),
        unknownColumns(),
        tally.duplicateKeys(),
        schema,
        inferred,
        tally.examples());
  }

  private List<String> unknownColumns() {
    if (keys != null) {
      return keys.unknown();
    }
    return binding == null ? List.of() : binding.unknown();
  }
}
