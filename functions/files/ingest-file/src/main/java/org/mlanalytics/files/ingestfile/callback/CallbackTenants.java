package org.mlanalytics.files.ingestfile.callback;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mlanalytics.files.fetching.FetchPolicy;
import org.mlanalytics.files.fetching.FetchRefusedException;
import org.mlanalytics.files.fetching.Fetcher;
import org.mlanalytics.files.fetching.Poster;
import org.mlanalytics.files.fetching.TimeLimits;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** Which tenants have callbacks, where to, and what theirs are signed with. */
public final class CallbackTenants {

  private final Map<String, Rules> byName = new TreeMap<>();
  private final Poster poster;

  /**
   * @throws IllegalArgumentException if a rule is none
   */
  CallbackTenants(Map<String, CallbackConfig.Tenant> tenants, Poster poster) {
    tenants.forEach((name, tenant) -> byName.put(name, rules(tenant)));
    this.poster = poster;
  }

  /**
   * What holds for one tenant.
   *
   * @param policy where its callbacks may go
   * @param secrets what they are signed with
   */
  record Rules(FetchPolicy policy, List<WebhookSecret> secrets) {}

  /**
   * Checks what a request names, before it is taken. Nothing is resolved: that is done, and
   * checked, for each attempt.
   *
   * @throws AnalyticsException {@link ErrorCode#FILE_CALLBACK}
   */
  public void check(String tenant, String callback) {
    Rules rules = byName.get(tenant);
    if (rules == null) {
      throw new AnalyticsException(
          ErrorCode.FILE_CALLBACK, "the tenant has no secret for callbacks");
    }
    try {
      poster.check(Fetcher.address(callback), rules.policy());
    } catch (FetchRefusedException e) {
      throw new AnalyticsException(ErrorCode.FILE_CALLBACK, "field callback: " + e.reason().code());
    }
  }

  Set<String> names() {
    return byName.keySet();
  }

  Rules of(String tenant) {
    return byName.get(tenant);
  }

  private static Rules rules(CallbackConfig.Tenant tenant) {
    FetchPolicy policy =
        FetchPolicy.builder()
            .schemes(tenant.schemes())
            .hosts(tenant.hosts().orElse(List.of()))
            .ports(tenant.ports().orElse(List.of()))
            .permittedNetworks(tenant.permittedNetworks().orElse(List.of()))
            .forbiddenNetworks(tenant.forbiddenNetworks().orElse(List.of()))
            .times(new TimeLimits(tenant.connectTimeout(), tenant.idleTimeout(), tenant.timeout()))
            .build();
    return new Rules(
        policy,
        Stream.of(Optional.of(tenant.secret()), tenant.otherSecret())
            .flatMap(Optional::stream)
            .map(WebhookSecret::parse)
            .toList());
  }
}
