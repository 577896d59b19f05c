package org.mlanalytics.files.ingestfile.callback;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlanalytics.files.fetching.FetchPolicy;
import org.mlanalytics.files.fetching.TimeLimits;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

class CallbackTenantsTest {

  private final CallbackTenants tenants =
      CallbackRules.tenants(
          Map.of(
              "TENANTS_NORTH_SECRET", CallbackRules.SECRET,
              "TENANTS_NORTH_HOSTS", "hooks.example.org",
              "TENANTS_SOUTH_SECRET", CallbackRules.SECRET));

  @Test
  void whatIsListedIsTaken() {
    assertDoesNotThrow(() -> tenants.check("north", "https://hooks.example.org/a?b=c"));
  }

  @ParameterizedTest
  @CsvSource({
    "north, https://other.example.org/, field callback: host-forbidden",
    "north, http://hooks.example.org/, field callback: scheme-forbidden",
    "north, https://hooks.example.org:8443/, field callback: port-forbidden",
    "north, https://user@hooks.example.org/, field callback: user-info",
    "north, https://hooks.example.org./, field callback: address-invalid",
    "north, https://[, field callback: address-invalid",
    "north, https://169.254.169.254/, field callback: host-forbidden",
    "south, https://hooks.example.org/, field callback: host-forbidden",
    "east, https://hooks.example.org/, the tenant has no secret for callbacks"
  })
  void everythingElseIsRefused(String tenant, String address, String detail) {
    AnalyticsException e =
        assertThrows(AnalyticsException.class, () -> tenants.check(tenant, address));
    assertEquals(ErrorCode.FILE_CALLBACK, e.code());
    assertEquals(detail, e.getMessage());
  }

  @Test
  void everyRuleReachesThePolicy() {
    CallbackTenants.Rules rules =
        CallbackRules.tenants(
                Map.of(
                    "TENANTS_NORTH_SECRET", CallbackRules.SECRET,
                    "TENANTS_NORTH_OTHER_SECRET", CallbackRules.OTHER_SECRET,
                    "TENANTS_NORTH_SCHEMES", "http,https",
                    "TENANTS_NORTH_HOSTS", "*.example.org",
                    "TENANTS_NORTH_PORTS", "8443",
                    "TENANTS_NORTH_PERMITTED_NETWORKS", "10.1.0.0/16",
                    "TENANTS_NORTH_FORBIDDEN_NETWORKS", "8.8.8.0/24",
                    "TENANTS_NORTH_CONNECT_TIMEOUT", "1s",
                    "TENANTS_NORTH_IDLE_TIMEOUT", "2s",
                    "TENANTS_NORTH_TIMEOUT", "3s"))
            .of("north");

    assertEquals(
        FetchPolicy.builder()
            .schemes(List.of("http", "https"))
            .hosts(List.of("*.example.org"))
            .ports(List.of(8443))
            .permittedNetworks(List.of("10.1.0.0/16"))
            .forbiddenNetworks(List.of("8.8.8.0/24"))
            .times(
                new TimeLimits(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3)))
            .build(),
        rules.policy());
    assertEquals(2, rules.secrets().size());
  }

  @Test
  void byDefaultNoTenantHasCallbacks() {
    CallbackConfig config = CallbackRules.config(Map.of());
    assertEquals(Set.of(), config.tenants().keySet());
    assertEquals(Duration.ofHours(24), config.giveUpAfter());
    assertEquals(6, config.pauses().size());
  }

  @Test
  void aSecretThatIsNoneStopsTheProcess() {
    Map<String, String> weak = Map.of("TENANTS_NORTH_SECRET", "password");
    assertThrows(IllegalArgumentException.class, () -> CallbackRules.tenants(weak));
  }
}
