package org.mlanalytics.files.ingestfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
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

  @Test
  void credentialsAreATokenOrAUserWithAPassword() {
    Map<String, String> both =
        Map.of(
            "CREDENTIALS_A_ORIGIN", "https://files.example.org",
            "CREDENTIALS_A_TOKEN", "token",
            "CREDENTIALS_A_USER", "user");

    assertThrows(IllegalArgumentException.class, () -> policies(both));
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
