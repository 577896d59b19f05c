package org.mlanalytics.core.submission;

import java.util.ArrayList;
import java.util.List;
import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;

/**
 * The answers of a submission.
 *
 * @param sound those whose files can be counted, with the names under which they are stored
 * @param files {@code total_evidences}: the files of all sound answers; those nested in a matrix
 *     are counted by the digests of its questions
 * @param putAside the others
 */
record Answers(List<Value.Field> sound, int files, List<PutAside> putAside) {

  static Answers of(Value submission) {
    List<Value.Field> sound = new ArrayList<>();
    List<PutAside> putAside = new ArrayList<>();
    int files = 0;
    for (Value.Field answer : submission.get("answers").fields()) {
      if (answer.value().isAbsent()) {
        continue;
      }
      try {
        files += AnswerFile.count(answer.value());
        sound.add(answer);
      } catch (RuleViolation violation) {
        putAside.add(PutAside.of(AnswerPath.of(answer.name()), answer.name(), violation));
      }
    }
    return new Answers(sound, files, putAside);
  }
}
