package org.mlanalytics.core.submission;

import java.util.ArrayList;
import java.util.List;
import org.mlanalytics.core.source.Value;

/**
 * A file that proves an answer.
 *
 * @param name may be null, like the path
 */
record AnswerFile(String name, String sourcePath) {

  /**
   * The files of an answer: {@code fileName}; if that is missing, all {@code instanceFileName}, in
   * which the digest of a matrix question holds the files of its instances. Nulls are left out.
   */
  static List<AnswerFile> listOf(Value answer) {
    List<AnswerFile> files = new ArrayList<>();
    if (answer.get("fileName").isAbsent()) {
      for (Value instance : answer.get("instanceFileName").elements()) {
        add(instance, files);
      }
    } else {
      add(answer.get("fileName"), files);
    }
    return files;
  }

  /** How many files an answer counts for in {@code total_evidences}. */
  static int count(Value answer) {
    int count = count(answer.get("fileName").elements());
    for (Value instance : answer.get("instanceFileName").elements()) {
      count += count(instance.elements());
    }
    return count;
  }

  private static int count(Iterable<Value> files) {
    int count = 0;
    for (Value file : files) {
      count += file.isAbsent() ? 0 : 1;
    }
    return count;
  }

  private static void add(Value list, List<AnswerFile> files) {
    for (Value file : list.elements()) {
      if (!file.isAbsent()) {
        files.add(new AnswerFile(file.get("name").text(), file.get("sourcePath").text()));
      }
    }
  }
}
