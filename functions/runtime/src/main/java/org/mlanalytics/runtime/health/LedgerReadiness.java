package org.mlanalytics.runtime.health;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while MongoDB answers. Nothing is told about its servers: health is open to everybody. */
@Readiness
@ApplicationScoped
public class LedgerReadiness implements HealthCheck {

  private static final Document PING = new Document("ping", 1);

  /** Below the usual limit of who asks, ten seconds at Knative and one at Kubernetes. */
  private static final long LIMIT_MS = 800;

  private final MongoClient mongo;

  LedgerReadiness(MongoClient mongo) {
    this.mongo = mongo;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("ledger").status(isUp()).build();
  }

  private boolean isUp() {
    try {
      mongo.getDatabase("admin").withTimeout(LIMIT_MS, TimeUnit.MILLISECONDS).runCommand(PING);
      return true;
    } catch (MongoException away) {
      return false;
    }
  }
}
