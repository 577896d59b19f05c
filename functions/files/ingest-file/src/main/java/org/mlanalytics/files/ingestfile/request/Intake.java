package org.mlanalytics.files.ingestfile.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import org.mlanalytics.files.checking.schema.InvalidSchemaException;
import org.mlanalytics.files.ingestfile.FilesConfig;
import org.mlanalytics.files.ingestfile.callback.CallbackTenants;
import org.mlanalytics.files.ingestfile.callback.Callbacks;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.run.TimeOrderedId;
import org.mlanalytics.runtime.time.LedgerClock;

/** Takes requests: gives them what they leave open, and keeps them. */
@ApplicationScoped
public class Intake {

  private final RequestStore store;
  private final SchemaCatalogue schemas;
  private final CallbackTenants callbackTenants;
  private final Callbacks callbacks;
  private final LedgerClock clock;
  private final String defaultTarget;

  /** An intake that keeps requests in a store. */
  public Intake(
      RequestStore store,
      SchemaCatalogue schemas,
      CallbackTenants callbackTenants,
      Callbacks callbacks,
      LedgerClock clock,
      FilesConfig config) {
    this.store = store;
    this.schemas = schemas;
    this.callbackTenants = callbackTenants;
    this.callbacks = callbacks;
    this.clock = clock;
    this.defaultTarget = config.defaultTarget();
  }

  /**
   * Keeps a request of a tenant.
   *
   * @return the request as it is kept; the first one when it was sent before
   * @throws AnalyticsException {@link ErrorCode#FILE_REQUEST} when its schema is not declared or is
   *     none, {@link ErrorCode#FILE_CALLBACK}, {@link ErrorCode#FILE_REQUEST_DIFFERS}
   */
  public AcceptedRequest accept(String tenant, FileRequest asked) {
    check(tenant, asked);
    // as precise as it is kept
    Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
    FileRequest named =
        asked.requestId() == null ? asked.withRequestId(TimeOrderedId.next(now)) : asked;
    FileRequest whole =
        named.targets().isEmpty() ? named.withTargets(List.of(Target.parse(defaultTarget))) : named;
    AcceptedRequest accepted = store.accept(new AcceptedRequest(tenant, whole, now));
    // before anybody can work on the request; a crash in between leaves one that is not queued
    callbacks.expect(accepted);
    return accepted;
  }

  /**
   * Checks what the request's own rules do not.
   *
   * @throws AnalyticsException {@link ErrorCode#FILE_REQUEST} when its schema is not declared or is
   *     none, {@link ErrorCode#FILE_CALLBACK} when the tenant may not have its callback
   */
  public void check(String tenant, FileRequest asked) {
    if (asked.callback() != null) {
      callbackTenants.check(tenant, asked.callback());
    }
    try {
      schemas.of(asked);
    } catch (InvalidSchemaException | NoSuchElementException e) {
      throw new AnalyticsException(ErrorCode.FILE_REQUEST, "field schema: " + e.getMessage());
    }
  }
}
