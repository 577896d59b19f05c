package org.mlanalytics.local.streams;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.data.AnsweredObservations;
import org.mlanalytics.local.data.ObservationMessage;

/** One message of a hundred is poison: none of the others suffers, and nothing waits. */
class PoisonIT {

  private static final int SOUND_FOR_EACH = 99;
  private static final int ANSWERS = 2;
  private static final int MOST = 12_000;
  private static final int KINDS_OF_WRONG_TYPES = 60;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final AnsweredObservations observations = AnsweredObservations.of(MOST, ANSWERS);

  @Test
  void allSoundRowsComeOutAndAllPoisonIsPutAside() throws Exception {
    List<Poison> poison = Poison.all();
    List<ObservationMessage> published =
        IntStream.range(0, MOST)
            .mapToObj(observations::message)
            .filter(message -> !message.rowKeys().isEmpty())
            .limit(100)
            .toList();
    OddMessages odd = new OddMessages(published);
    List<ObservationMessage> sound = new ArrayList<>(odd.messages());
    IntStream.range(200, 200 + poison.size() * SOUND_FOR_EACH)
        .mapToObj(observations::message)
        .forEach(sound::add);

    Map<String, String> reasons = new TreeMap<>(odd.reasons());
    poison.forEach(message -> reasons.put(message.key(), message.reason()));
    assertTrue(
        reasons.keySet().stream().filter(key -> key.startsWith("wrong-")).count()
            > KINDS_OF_WRONG_TYPES,
        reasons::toString);

    try (Installation installation = new Installation().with(observations)) {
      installation.load(Document.parse(Texts.resource("/submissions/lookups.json")));
      SubmissionTopics topics = installation.topics();
      topics.send(mixed(sound, poison));
      installation.start(Map.of("MLA_STREAM_MAX_POLL_RECORDS", "500"));
      Await.until("all is consumed", LIMIT, () -> topics.lag() == 0);

      Maps.assertSame(reasons, DeadLetters.reasons(topics));
      Map<String, List<String>> expected = new TreeMap<>();
      sound.forEach(message -> RowKeys.add(message, expected));
      Maps.assertSame(expected, RowKeys.published(topics));
    }
  }

  private static List<ProducerRecord<byte[], byte[]>> mixed(
      List<ObservationMessage> sound, List<Poison> poison) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    Iterator<Poison> next = poison.iterator();
    for (ObservationMessage message : sound) {
      records.add(Installation.record(message));
      if (records.size() % (SOUND_FOR_EACH + 1) == SOUND_FOR_EACH && next.hasNext()) {
        Poison bad = next.next();
        records.add(Installation.record(bad.key(), bad.value()));
      }
    }
    next.forEachRemaining(bad -> records.add(Installation.record(bad.key(), bad.value())));
    return records;
  }
}
