package org.mlanalytics.core.submission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.mlanalytics.core.dataset.SubmissionColumns;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.source.ValueType;

/**
 * Collects the rows of a submission's answers. What cannot be published of one answer is put aside;
 * the others do not notice, but for a second answer to the same question: the first one counts,
 * even if it is put aside. So whatever is mended later, and sent again, no record key comes twice.
 */
final class QuestionRows {

  private final RowWriter row;
  private final AnswerColumns columns;
  private final QuestionContext context;
  private final RecordKeys keys;
  private final List<OrganisationPart> organisations;
  private final Instance outside;
  private final int common;
  private final List<StreamRow> rows = new ArrayList<>();
  private final List<PutAside> putAside = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * A collector.
   *
   * @param row holds what all rows of the submission share
   */
  QuestionRows(
      RowWriter row,
      AnswerColumns columns,
      QuestionContext context,
      RecordKeys keys,
      List<OrganisationPart> organisations) {
    this.row = row;
    this.columns = columns;
    this.context = context;
    this.keys = keys;
    this.organisations = organisations;
    this.outside = Instance.none(row);
    this.common = row.mark();
  }

  SubmissionOutcome.Published publish(String submissionId, Answers answers) {
    putAside.addAll(answers.putAside());
    answers.sound().forEach(this::add);
    return new SubmissionOutcome.Published(submissionId, rows, putAside);
  }

  private void add(Value.Field field) {
    AnswerPath path = AnswerPath.of(field.name());
    attempt(
        path,
        field,
        outside,
        answer -> {
          if (Expansion.isAnsweredMatrix(answer.source())) {
            addMatrix(path, answer);
          } else {
            addRows(path, answer, outside);
          }
        });
  }

  private void addMatrix(AnswerPath path, Answer matrix) {
    byte[] parent = Instance.parent(matrix, context.parentPlace(matrix), row);
    int number = 0;
    for (Value instance : matrix.get("value").elements()) {
      number++;
      AnswerPath inside = path.child(number);
      Instance place = Instance.of(number, parent, row);
      try {
        int position = 0;
        for (Value.Field child : children(instance)) {
          position++;
          addChild(
              child.name() == null ? inside.child(position) : inside.child(child.name()),
              child,
              place);
        }
      } catch (RuleViolation violation) {
        putAside.add(PutAside.of(inside, matrix.questionId(), violation));
      }
    }
  }

  /** An instance maps questions to answers, or is only a list of answers. */
  private static List<Value.Field> children(Value instance) {
    List<Value.Field> children = new ArrayList<>();
    if (instance.type() == ValueType.LIST) {
      instance.elements().forEach(answer -> children.add(new Value.Field(null, answer)));
    } else {
      instance.fields().forEach(children::add);
    }
    return children;
  }

  private void addChild(AnswerPath path, Value.Field child, Instance instance) {
    if (child.value().isAbsent()) {
      return;
    }
    attempt(
        path,
        child,
        instance,
        answer -> {
          if (Expansion.isAnsweredMatrix(answer.source())) {
            throw ResponseType.unknown(answer.get("responseType"), "a matrix inside a matrix");
          }
          addRows(path, answer, instance);
        });
  }

  private void attempt(
      AnswerPath path, Value.Field field, Instance instance, Consumer<Answer> add) {
    String questionId = field.name();
    try {
      Answer answer = Answer.of(field.name(), field.value());
      questionId = answer.questionId();
      add.accept(answer);
    } catch (RuleViolation violation) {
      row.rewind(common);
      if (questionId != null) {
        taken.add(place(questionId, instance));
      }
      putAside.add(PutAside.of(path, questionId, violation));
    }
  }

  /** The beginning of the keys of an answer's rows. */
  private String place(String questionId, Instance instance) {
    return keys.question(questionId) + ':' + instance.number();
  }

  private void addRows(AnswerPath path, Answer answer, Instance instance) {
    Expansion expansion = Expansion.of(answer.source());
    if (!expansion.responses().isEmpty()) {
      String question = place(answer.questionId(), instance);
      if (!taken.add(question)) {
        throw answer.duplicate();
      }
      row.splice(instance.columns());
      columns.write(answer, context.place(answer));
      context.write(answer, row);
      expansion.responses().forEach(response -> addRows(path, question, response));
      row.rewind(common);
    }
    expansion
        .violation(answer.source())
        .ifPresent(
            violation -> {
              taken.add(place(answer.questionId(), instance));
              putAside.add(PutAside.of(path, answer.questionId(), violation));
            });
  }

  private void addRows(AnswerPath path, String question, Response response) {
    int shared = row.mark();
    response.writeTo(row);
    int complete = row.mark();
    for (OrganisationPart organisation : organisations) {
      String key = RecordKeys.row(question, response.option(), organisation.id());
      row.splice(organisation.columns()).put(SubmissionColumns.RECORD_KEY, key);
      rows.add(new StreamRow(key, path, row.toBytes()));
      row.rewind(complete);
    }
    row.rewind(shared);
  }
}
