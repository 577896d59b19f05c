package org.mlanalytics.core.submission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random sound observations, and what is expected of them. */
final class ObservationGenerator {

  private final Random random;
  private final ObjectNode message = Submissions.observation();
  private final List<String> labels = new ArrayList<>();
  private int questions;
  private int organisations;

  ObservationGenerator(long seed) {
    this.random = new Random(seed);
    ObjectNode answers = message.putObject("answers");
    for (int i = random.nextInt(6); i > 0; i--) {
      addAnswer(answers, true);
    }
    ArrayNode list = message.withObject("/userProfile").putArray("organisations");
    for (int i = random.nextInt(4); i > 0; i--) {
      boolean school = random.nextInt(3) == 0;
      organisations += school ? 0 : 1;
      list.addObject().put("organisationId", "org:" + i).put("isSchool", school);
    }
  }

  ObjectNode message() {
    return message;
  }

  /** One label for each row of one organisation. */
  List<String> labels() {
    return labels;
  }

  int copies() {
    return Math.max(1, organisations);
  }

  private void addAnswer(ObjectNode answers, boolean withMatrix) {
    String id = "q" + ++questions;
    ObjectNode answer = answers.putObject(id).put("qid", id).put("externalId", "Q-" + questions);
    switch (random.nextInt(withMatrix ? 6 : 5)) {
      case 0 -> {
        answer.put("responseType", "text").put("value", id + "\n\"");
        labels.add("'" + id + "'");
      }
      case 1 -> {
        answer.put("responseType", "number").put("value", questions).putArray("options");
        labels.add("" + questions);
      }
      case 2 -> {
        answer.put("responseType", "radio").put("value", 2);
        addOptions(answer, 3);
        labels.add(id + "-2");
      }
      case 3 -> {
        int options = random.nextInt(5);
        ArrayNode chosen = answer.put("responseType", "multiselect").putArray("value");
        for (int i = 0; i < options; i++) {
          if (random.nextBoolean()) {
            chosen.insert(0, i);
            labels.add(id + "-" + i);
          }
        }
        addOptions(answer, options);
      }
      case 4 -> answer.put("responseType", "pageQuestions").put("value", "");
      default -> {
        ArrayNode instances = answer.put("responseType", "matrix").putArray("value");
        for (int i = random.nextInt(4); i > 0; i--) {
          ObjectNode instance = instances.addObject();
          for (int j = random.nextInt(3); j > 0; j--) {
            addAnswer(instance, false);
          }
        }
      }
    }
  }

  private static void addOptions(ObjectNode answer, int count) {
    ArrayNode options = answer.putArray("options");
    for (int i = 0; i < count; i++) {
      options.addObject().put("value", i).put("label", answer.get("qid").asText() + "-" + i);
    }
  }
}
