package org.mlanalytics.files.ingestfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.mlanalytics.files.fetching.Credentials;
import org.mlanalytics.files.fetching.FetchPolicy;
import org.mlanalytics.files.fetching.Origin;
import org.mlanalytics.files.fetching.S3Bucket;
import org.mlanalytics.files.fetching.TimeLimits;

/** What the configuration allows each tenant to fetch. */
final class FetchPolicies {

  private static final String KEY = "mla.files.fetch";
  private static final Set<String> SCHEMES = Set.of("http", "https", "s3", "file");
  private static final int LAST_PORT = 65_535;

  private final Map<String, FetchPolicy> byTenant = new HashMap<>();
  private final FetchPolicy others;

  /**
   * @throws IllegalArgumentException with the key of a rule that is none and what to write there,
   *     never with its value, which may hold a secret
   */
  FetchPolicies(FilesConfig.Fetch config) {
    this.others = policy(KEY, config);
    config
        .tenants()
        .forEach(
            (tenant, rules) -> byTenant.put(tenant, policy(KEY + ".tenants." + tenant, rules)));
  }

  /** The rules of a tenant that has its own, else those of all others. */
  FetchPolicy of(String tenant) {
    return byTenant.getOrDefault(tenant, others);
  }

  private static FetchPolicy policy(String key, FetchRules rules) {
    FetchPolicy.Builder policy = FetchPolicy.builder();
    policy.directories(rules.directories().orElse(List.of()));
    List<String> schemes = rules.schemes().orElse(List.of());
    require(SCHEMES.containsAll(schemes), key + ".schemes", "write http, https, s3 or file");
    policy.schemes(schemes);
    List<Integer> ports = rules.ports().orElse(List.of());
    require(
        ports.stream().allMatch(port -> port > 0 && port <= LAST_PORT),
        key + ".ports",
        "write numbers from 1 to 65535");
    policy.ports(ports);
    checked(
        key + ".hosts",
        "write names like files.example.org or *.example.org, addresses, or *; no scheme, no port",
        () -> policy.hosts(rules.hosts().orElse(List.of())));
    String network = "write networks like 10.1.0.0/16, without bits behind the prefix";
    checked(
        key + ".permitted-networks",
        network,
        () -> policy.permittedNetworks(rules.permittedNetworks().orElse(List.of())));
    checked(
        key + ".forbidden-networks",
        network,
        () -> policy.forbiddenNetworks(rules.forbiddenNetworks().orElse(List.of())));
    policy.buckets(
        byKey(
            key + ".buckets", rules.buckets(), (at, rule) -> rule.bucket(), FetchPolicies::bucket));
    policy.credentials(
        byKey(
            key + ".credentials",
            rules.credentials(),
            FetchPolicies::origin,
            FetchPolicies::credentials));
    checked(
        key + ".connect-timeout, .idle-timeout, .timeout",
        "write times from 1 ms to 24 days",
        () ->
            policy.times(
                new TimeLimits(rules.connectTimeout(), rules.idleTimeout(), rules.timeout())));
    return checked(
        key + ".max-redirects, .max-bytes",
        "write 0 to 3 redirects, at least 1 byte",
        () -> policy.maxRedirects(rules.maxRedirects()).maxBytes(rules.maxBytes()).build());
  }

  private static S3Bucket bucket(String key, FetchRules.Bucket rule) {
    return checked(
        key + ".endpoint",
        "write an address like https://s3.example.org, without path, user or query",
        () -> new S3Bucket(rule.endpoint(), rule.region(), rule.accessKey(), rule.secretKey()));
  }

  private static Origin origin(String key, FetchRules.Secret secret) {
    return checked(
        key + ".origin",
        "write an address like https://files.example.org, without path, user or query",
        () -> Origin.parse(secret.origin()));
  }

  private static Credentials credentials(String key, FetchRules.Secret secret) {
    boolean basic = secret.user().isPresent() && secret.password().isPresent();
    boolean none = secret.user().isEmpty() && secret.password().isEmpty();
    require(
        secret.token().isPresent() ? none : basic,
        key,
        "set either .token, or .user and .password");
    return basic
        ? new Credentials.Basic(secret.user().get(), secret.password().get())
        : new Credentials.Bearer(secret.token().get());
  }

  private static <R, K, V> Map<K, V> byKey(
      String key,
      Map<String, R> rules,
      BiFunction<String, R, K> name,
      BiFunction<String, R, V> value) {
    Map<K, V> byKey = new HashMap<>();
    rules.forEach(
        (label, rule) -> {
          String at = key + "." + label;
          boolean isNew = byKey.put(name.apply(at, rule), value.apply(at, rule)) == null;
          require(isNew, at, "another rule is for the same place: remove one");
        });
    return byKey;
  }

  private static <T> T checked(String key, String remedy, Supplier<T> rule) {
    try {
      return rule.get();
    } catch (IllegalArgumentException | ArithmeticException e) {
      // its message quotes the value
      throw invalid(key, remedy);
    }
  }

  private static void require(boolean holds, String key, String remedy) {
    if (!holds) {
      throw invalid(key, remedy);
    }
  }

  private static IllegalArgumentException invalid(String key, String remedy) {
    return new IllegalArgumentException(key + ": " + remedy);
  }
}
