package org.mlanalytics.docs;

import org.junit.jupiter.api.Test;

/** The generated pages are what the code says now. */
class GeneratedPagesTest {

  @Test
  void configuration() {
    check("configuration.md", ConfigurationPage.render());
  }

  @Test
  void errors() {
    check("errors.md", ErrorsPage.render());
  }

  @Test
  void datasets() {
    check("datasets.md", DatasetsPage.render());
  }

  @Test
  void night() {
    check("night.md", NightPage.render());
  }

  private static void check(String page, String expected) {
    Drift.check(Repository.file("docs/operators/" + page), expected);
  }
}
