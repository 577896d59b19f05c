package org.mlanalytics.example.countsolutions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoClient;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;

@QuarkusTest
@QuarkusTestResource(CountSolutionsTest.Servers.class)
class CountSolutionsTest {

  private static final String DATE = "2023-07-11";

  @Inject CountSolutions function;
  @Inject MongoClient mongo;

  @BeforeEach
  void threeSolutions() {
    mongo.getDatabase("ml-analytics").drop();
    mongo.getDatabase("ml-survey").drop();
    mongo
        .getDatabase("ml-survey")
        .getCollection("solutions")
        .insertMany(List.of(new Document(), new Document(), new Document()));
  }

  @Test
  void countsOnceADay() {
    RunReply first = function.call(request(null));
    RunReply second = function.call(request(null));

    assertEquals(RunReply.Outcome.DONE, first.outcome());
    assertEquals("SUCCEEDED", first.run().state());
    assertEquals(3, first.run().counts().read());
    assertEquals(RunReply.Outcome.HANDED_BACK, second.outcome());
    assertEquals(first.run().id(), second.run().id());
  }

  @Test
  void countsAgainByForce() {
    function.call(request(null));
    assertEquals(2, function.call(request("force")).run().attempt());
  }

  private static RunRequest request(String policy) {
    return new RunRequest(CountSolutions.NAME, DATE, null, policy, null, "test");
  }

  /** MongoDB in memory; events in memory. */
  public static final class Servers implements QuarkusTestResourceLifecycleManager {

    private final MongoServer mongo = new MongoServer(new MemoryBackend());

    @Override
    public Map<String, String> start() {
      mongo.bind();
      return Map.of(
          "MONGODB_URI", mongo.getConnectionString(),
          "quarkus.http.test-port", "0",
          "mp.messaging.incoming.steps.connector", "smallrye-in-memory",
          "mp.messaging.outgoing.step-events.connector", "smallrye-in-memory");
    }

    @Override
    public void stop() {
      mongo.shutdownNow();
    }
  }
}
