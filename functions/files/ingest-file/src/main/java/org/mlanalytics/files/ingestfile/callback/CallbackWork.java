package org.mlanalytics.files.ingestfile.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.mlanalytics.files.fetching.FetchRefusedException;
import org.mlanalytics.files.fetching.Fetcher;
import org.mlanalytics.files.fetching.Poster;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.RequestStore;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.time.LedgerClock;

/**
 * Does what is due of a tenant's callbacks: looks whether the request has ended, sends the message,
 * and notes what came of it. At least once: what was sent by somebody who died before the note is
 * sent again, under the same id.
 */
final class CallbackWork {

  private static final Logger LOG = Logger.getLogger(CallbackWork.class);

  /** Beside the time that an attempt may take: for what is read and written around it. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final DeliveryStore deliveries;
  private final RequestStore requests;
  private final RequestEnd end;
  private final CallbackTenants tenants;
  private final RetrySchedule schedule;
  private final Poster poster;
  private final LedgerClock clock;

  CallbackWork(
      DeliveryStore deliveries,
      RequestStore requests,
      RequestEnd end,
      CallbackTenants tenants,
      RetrySchedule schedule,
      Poster poster,
      LedgerClock clock) {
    this.deliveries = deliveries;
    this.requests = requests;
    this.end = end;
    this.tenants = tenants;
    this.schedule = schedule;
    this.poster = poster;
    this.clock = clock;
  }

  /** Does everything of a tenant that is due, one after the other. */
  void doDue(String tenant) {
    Duration lease = tenants.of(tenant).policy().times().total().plus(MARGIN);
    for (Optional<Delivery> next = deliveries.claim(tenant, lease);
        next.isPresent();
        next = deliveries.claim(tenant, lease)) {
      work(next.get());
    }
  }

  private void work(Delivery claimed) {
    Optional<AcceptedRequest> accepted = requests.find(claimed.key());
    if (accepted.isEmpty()) {
      giveUp(claimed, Answer.NO_REQUEST);
      return;
    }
    Optional<byte[]> message = end.message(accepted.get());
    if (message.isEmpty()) {
      Instant now = clock.now();
      Duration age = Duration.between(claimed.createdAt(), now);
      deliveries.waits(claimed, now.plus(RetrySchedule.untilNextLook(age)));
      return;
    }
    deliveries
        .begins(claimed)
        .ifPresent(begun -> settle(begun, send(begun, accepted.get(), message.get())));
  }

  private Answer send(Delivery delivery, AcceptedRequest accepted, byte[] message) {
    CallbackTenants.Rules rules = tenants.of(delivery.tenant());
    Map<String, String> headers =
        new HashMap<>(
            WebhookSignature.headers(rules.secrets(), delivery.webhookId(), clock.now(), message));
    headers.put("content-type", "application/json");
    try {
      return Answer.of(
          poster.post(
              Fetcher.address(accepted.request().callback()), headers, message, rules.policy()));
    } catch (FetchRefusedException e) {
      return Answer.of(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void settle(Delivery delivery, Answer answer) {
    switch (answer.verdict()) {
      case DELIVERED -> deliveries.delivered(delivery, answer);
      case GONE -> giveUp(delivery, answer);
      case AGAIN ->
          schedule
              .next(
                  delivery.attempts(),
                  delivery.endedAt(),
                  clock.now(),
                  ThreadLocalRandom.current().nextDouble())
              .ifPresentOrElse(
                  dueAt -> deliveries.failed(delivery, answer, dueAt),
                  () -> giveUp(delivery, answer));
    }
  }

  private void giveUp(Delivery delivery, Answer answer) {
    deliveries.givenUp(delivery, answer);
    LOG.warnf(
        "%s callback of %s given up after %d attempts: %s %s",
        ErrorCode.FILE_CALLBACK_LOST.code(),
        delivery.key(),
        delivery.attempts(),
        answer.result(),
        answer.detail() == null ? "" : answer.detail());
  }
}
