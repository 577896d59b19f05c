package org.mlanalytics.files.ingestfile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mlanalytics.files.fetching.Credentials;
import org.mlanalytics.files.fetching.FetchPolicy;
import org.mlanalytics.files.fetching.Origin;
import org.mlanalytics.files.fetching.S3Bucket;
import org.mlanalytics.files.fetching.TimeLimits;

/** What the configuration allows each tenant to fetch. */
final class FetchPolicies {

  private final Map<String, FetchPolicy> byTenant = new HashMap<>();
  private final FetchPolicy others;

  /**
   * @throws IllegalArgumentException if a rule is none
   */
  FetchPolicies(FilesConfig.Fetch config) {
    this.others = policy(config);
    config.tenants().forEach((tenant, rules) -> byTenant.put(tenant, policy(rules)));
  }

  /** The rules of a tenant that has its own, else those of all others. */
  FetchPolicy of(String tenant) {
    return byTenant.getOrDefault(tenant, others);
  }

  private static FetchPolicy policy(FetchRules rules) {
    return FetchPolicy.builder()
        .schemes(rules.schemes().orElse(List.of()))
        .hosts(rules.hosts().orElse(List.of()))
        .ports(rules.ports().orElse(List.of()))
        .permittedNetworks(rules.permittedNetworks().orElse(List.of()))
        .forbiddenNetworks(rules.forbiddenNetworks().orElse(List.of()))
        .directories(rules.directories().orElse(List.of()))
        .buckets(byKey(rules.buckets().values(), FetchRules.Bucket::bucket, FetchPolicies::bucket))
        .credentials(
            byKey(
                rules.credentials().values(),
                secret -> Origin.parse(secret.origin()),
                FetchPolicies::credentials))
        .maxRedirects(rules.maxRedirects())
        .maxBytes(rules.maxBytes())
        .times(new TimeLimits(rules.connectTimeout(), rules.idleTimeout(), rules.timeout()))
        .build();
  }

  private static S3Bucket bucket(FetchRules.Bucket rule) {
    return new S3Bucket(rule.endpoint(), rule.region(), rule.accessKey(), rule.secretKey());
  }

  private static Credentials credentials(FetchRules.Secret secret) {
    if (secret.token().isPresent() && secret.user().isEmpty() && secret.password().isEmpty()) {
      return new Credentials.Bearer(secret.token().get());
    }
    if (secret.token().isEmpty() && secret.user().isPresent() && secret.password().isPresent()) {
      return new Credentials.Basic(secret.user().get(), secret.password().get());
    }
    throw new IllegalArgumentException(
        "credentials for " + secret.origin() + ": either token, or user and password");
  }

  private static <R, K, V> Map<K, V> byKey(
      Collection<R> rules, Function<R, K> key, Function<R, V> value) {
    Map<K, V> byKey = new HashMap<>();
    for (R rule : rules) {
      if (byKey.put(key.apply(rule), value.apply(rule)) != null) {
        throw new IllegalArgumentException("named twice: " + key.apply(rule));
      }
    }
    return byKey;
  }
}
