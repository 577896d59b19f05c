package org.mlanalytics.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mlanalytics.core.submission.LookupCollection;
import org.mlanalytics.core.submission.LookupKeys;
import org.mlanalytics.core.submission.Lookups;
import org.mlanalytics.runtime.source.TestSource;
import org.mlanalytics.runtime.testing.TestConfig;

/** What is asked of a Mongo server, and how long the answers are kept. */
class LookupCacheTest {

  private static final LookupCollection PROGRAMS = LookupCollection.PROGRAMS;
  private static final String HEX = "64b000000000000000000001";

  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final List<BsonDocument> queries = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final MongoClient mongo = client();

  private MongoClient client() {
    var address = server.bind();
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyToClusterSettings(
                cluster ->
                    cluster
                        .hosts(
                            List.of(new ServerAddress(address.getHostString(), address.getPort())))
                        .serverSelectionTimeout(1, TimeUnit.SECONDS))
            .addCommandListener(
                new CommandListener() {
                  @Override
                  public void commandStarted(CommandStartedEvent event) {
                    if (event.getCommandName().equals("find")) {
                      queries.add(event.getCommand().clone());
                    }
                  }
                })
            .build());
  }

  @AfterEach
  void stop() {
    mongo.close();
    server.shutdownNow();
  }

  @Test
  void anIdIsAnObjectIdOrText() {
    insert(new ObjectId(HEX), "of an ObjectId");
    insert("p-text", "of text");
    Lookups lookups = cache(Map.of()).load(programs(HEX, "p-text", "p-none"));
    assertEquals("of an ObjectId", name(lookups, HEX));
    assertEquals("of text", name(lookups, "p-text"));
    assertTrue(lookups.find(PROGRAMS, "p-none").isEmpty());
    assertTrue(lookups.find(LookupCollection.SOLUTIONS, HEX).isEmpty());
  }

  @Test
  void oneQueryForEachCollectionAndOnlyTheFieldsThatRulesRead() {
    insert("a", "A");
    LookupKeys keys =
        new LookupKeys(
            Map.of(PROGRAMS, Set.of("a", "b"), LookupCollection.OBSERVATIONS, Set.of("o", "p")));
    Lookups lookups = cache(Map.of()).load(keys);
    assertEquals(2, queries.size());
    assertTrue(lookups.find(PROGRAMS, "a").orElseThrow().get("secret").isAbsent());
  }

  @Test
  void whatIsKnownOrKnownToBeAbsentIsNotAskedForAgain() {
    insert("a", "A");
    LookupCache cache = cache(Map.of());
    cache.load(programs("a", "none"));
    Lookups again = cache.load(programs("a", "none"));
    assertEquals("A", name(again, "a"));
    assertTrue(again.find(PROGRAMS, "none").isEmpty());
    assertEquals(1, queries.size());
    cache.load(programs("a", "b"));
    assertEquals(2, queries.size());
  }

  @Test
  void whatIsAbsentIsAskedForAgainSoonerThanWhatIsThere() {
    LookupCache cache = cache(Map.of());
    insert("a", "A");
    cache.load(programs("a", "late"));
    insert("late", "L");
    pass(Duration.ofSeconds(61));
    assertEquals("L", name(cache.load(programs("a", "late")), "late"));
    BsonDocument asked = queries.get(1).getDocument("filter").getDocument("_id");
    assertEquals(List.of("late"), texts(asked));
  }

  @Test
  void aDocumentIsReadAgainAfterAWhile() {
    insert("a", "old");
    LookupCache cache = cache(Map.of());
    cache.load(programs("a"));
    mongo.getDatabase("db").getCollection("programs").deleteMany(new Document());
    insert("a", "new");
    assertEquals("old", name(cache.load(programs("a")), "a"));
    pass(Duration.ofMinutes(11));
    assertEquals("new", name(cache.load(programs("a")), "a"));
  }

  @Test
  void aBatchHasAllItsDocumentsHoweverSmallTheCache() {
    insert("a", "A");
    insert("b", "B");
    LookupCache cache = cache(Map.of("mla.stream.lookups.cache-bytes", "1"));
    Lookups lookups = cache.load(programs("a", "b"));
    assertEquals("A", name(lookups, "a"));
    assertEquals("B", name(lookups, "b"));
    cache.load(programs("a"));
    assertEquals(2, queries.size());
  }

  @Test
  void aServerThatIsAwayIsNoAnswer() {
    LookupCache cache = cache(Map.of());
    server.shutdownNow();
    assertThrows(MongoException.class, () -> cache.load(programs("a")));
  }

  private LookupCache cache(Map<String, String> settings) {
    return new LookupCache(
        TestSource.of(mongo, "db"),
        TestConfig.of(StreamConfig.class, settings).lookups(),
        nanos::get);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private void insert(Object id, String name) {
    mongo
        .getDatabase("db")
        .getCollection("programs")
        .insertOne(new Document("_id", id).append("name", name).append("secret", 1));
  }

  private static LookupKeys programs(String... ids) {
    return new LookupKeys(Map.of(PROGRAMS, new LinkedHashSet<>(List.of(ids))));
  }

  private static String name(Lookups lookups, String id) {
    return lookups.find(PROGRAMS, id).orElseThrow().get("name").text();
  }

  private static List<String> texts(BsonDocument in) {
    return in.getArray("$in").stream().map(id -> id.asString().getValue()).toList();
  }
}
