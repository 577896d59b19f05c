package org.mlanalytics.files.ingestfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlanalytics.files.fetching.Credentials;
import org.mlanalytics.files.fetching.FetchPolicy;
import org.mlanalytics.files.fetching.HostPattern;
import org.mlanalytics.files.fetching.Network;
import org.mlanalytics.files.fetching.Origin;
import org.mlanalytics.files.fetching.S3Bucket;
import org.mlanalytics.files.fetching.TimeLimits;

/** Rules come as operators set them: by environment variables. */
class FetchPoliciesTest {

  @Test
  void nothingIsAllowedByDefault() {
    assertEquals(FetchPolicy.builder().build(), policies(Map.of()).of("north"));
  }

  @Test
  void everyRuleReachesThePolicy() {
    FetchPolicy policy =
        policies(
                Map.ofEntries(
                    Map.entry("SCHEMES", "https,s3"),
                    Map.entry("HOSTS", "files.example.org"),
                    Map.entry("PORTS", "8443"),
                    Map.entry("PERMITTED_NETWORKS", "10.1.0.0/16"),
                    Map.entry("FORBIDDEN_NETWORKS", "8.8.8.0/24"),
                    Map.entry("DIRECTORIES", "/srv/files"),
                    Map.entry("MAX_REDIRECTS", "1"),
                    Map.entry("MAX_BYTES", "5"),
                    Map.entry("CONNECT_TIMEOUT", "1s"),
                    Map.entry("IDLE_TIMEOUT", "2s"),
                    Map.entry("TIMEOUT", "3s"),
                    Map.entry("BUCKETS_ALARMS_BUCKET", "bts-alarms"),
                    Map.entry("BUCKETS_ALARMS_ENDPOINT", "https://s3.example.org"),
                    Map.entry("BUCKETS_ALARMS_REGION", "eu-1"),
                    Map.entry("BUCKETS_ALARMS_ACCESS_KEY", "key"),
                    Map.entry("BUCKETS_ALARMS_SECRET_KEY", "secret"),
                    Map.entry("CREDENTIALS_A_ORIGIN", "https://files.example.org"),
                    Map.entry("CREDENTIALS_A_TOKEN", "token"),
                    Map.entry("CREDENTIALS_B_ORIGIN", "https://files.example.org:8443"),
                    Map.entry("CREDENTIALS_B_USER", "user"),
                    Map.entry("CREDENTIALS_B_PASSWORD", "password")))
            .of("north");

    assertEquals(
        new FetchPolicy(
            Set.of("https", "s3"),
            List.of(new HostPattern("files.example.org")),
            Set.of(8443),
            List.of(Network.parse("10.1.0.0/16")),
            List.of(Network.parse("8.8.8.0/24")),
            List.of(Path.of("/srv/files")),
            Map.of(
                "bts-alarms",
                new S3Bucket(URI.create("https://s3.example.org"), "eu-1", "key", "secret")),
            Map.of(
                Origin.parse("https://files.example.org"),
                new Credentials.Bearer("token"),
                Origin.parse("https://files.example.org:8443"),
                new Credentials.Basic("user", "password")),
            1,
            5,
            new TimeLimits(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3))),
        policy);
  }

  @Test
  void aTenantWithRulesOfItsOwnHasTheseOnly() {
    FetchPolicies policies =
        policies(
            Map.of(
                "SCHEMES", "https",
                "HOSTS", "*",
                "TENANTS_NORTH_SCHEMES", "file",
                "TENANTS_NORTH_DIRECTORIES", "/srv/north"));

    assertEquals(
        FetchPolicy.builder()
            .schemes(List.of("file"))
            .directories(List.of(Path.of("/srv/north")))
            .build(),
        policies.of("north"));
    assertEquals(Set.of("https"), policies.of("south").schemes());
  }

  @ParameterizedTest
  @CsvSource({
    "HOSTS, https://s3cret.example.org, hosts: ",
    "SCHEMES, s3cret, schemes: ",
    "PORTS, 65536, ports: ",
    "PERMITTED_NETWORKS, 10.1.0.1/16, permitted-networks: ",
    "FORBIDDEN_NETWORKS, s3cret, forbidden-networks: ",
    "MAX_REDIRECTS, 4, 'max-redirects, .max-bytes: '",
    "MAX_BYTES, 0, 'max-redirects, .max-bytes: '",
    "TIMEOUT, 0s, 'connect-timeout, .idle-timeout, .timeout: '",
    "BUCKETS_A_ENDPOINT, https://s3cret@s3.example.org, buckets.a.endpoint: ",
    "BUCKETS_A_BUCKET, bucket-b, buckets.",
    "CREDENTIALS_A_ORIGIN, https://files.example.org/s3cret, credentials.a.origin: ",
    "CREDENTIALS_A_ORIGIN, https://b.example.org, credentials.",
    "CREDENTIALS_A_USER, s3cret, credentials.a: ",
    "CREDENTIALS_B_TOKEN, s3cret, credentials.b: ",
  })
  void aRuleThatIsNoneIsNamedWithoutItsValue(String name, String value, String key) {
    for (String tenant : List.of("", "TENANTS_NORTH_")) {
      Map<String, String> rules = new HashMap<>();
      for (String bucket : List.of("A", "B")) {
        String prefix = tenant + "BUCKETS_" + bucket + "_";
        rules.put(prefix + "BUCKET", "bucket-" + bucket.toLowerCase(Locale.ROOT));
        rules.put(prefix + "ENDPOINT", "https://s3.example.org");
        rules.put(prefix + "ACCESS_KEY", "key");
        rules.put(prefix + "SECRET_KEY", "s3cret");
      }
      rules.put(tenant + "CREDENTIALS_A_ORIGIN", "https://a.example.org");
      rules.put(tenant + "CREDENTIALS_A_TOKEN", "s3cret");
      rules.put(tenant + "CREDENTIALS_B_ORIGIN", "https://b.example.org");
      rules.put(tenant + "CREDENTIALS_B_USER", "user");
      rules.put(tenant + "CREDENTIALS_B_PASSWORD", "s3cret");
      policies(rules);
      rules.put(tenant + name, value);

      String message =
          assertThrows(IllegalArgumentException.class, () -> policies(rules)).getMessage();

      String prefix = "mla.files.fetch." + (tenant.isEmpty() ? "" : "tenants.north.");
      assertTrue(message.startsWith(prefix + key), message);
      assertFalse(message.contains("s3cret"), message);
    }
  }

  private static FetchPolicies policies(Map<String, String> rules) {
    Map<String, String> environment = new HashMap<>(Map.of("MLA_FILES_WORKERS", "1"));
    environment.put("MLA_FILES_QUEUE_TOPIC", "files");
    rules.forEach((name, value) -> environment.put("MLA_FILES_FETCH_" + name, value));
    return new FetchPolicies(
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .addDefaultInterceptors()
            .withSources(new EnvConfigSource(environment, 300))
            .withMapping(FilesConfig.class)
            .build()
            .getConfigMapping(FilesConfig.class)
            .fetch());
  }
}
