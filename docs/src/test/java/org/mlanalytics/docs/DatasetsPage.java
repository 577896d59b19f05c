package org.mlanalytics.docs;

import java.util.Locale;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.dataset.Datasets;

/** The operators' page of datasets. */
final class DatasetsPage {

  private DatasetsPage() {}

  static String render() {
    StringBuilder page =
        new StringBuilder(
            """
            # Datasets

            <!-- Generated from org.mlanalytics.core.dataset.Datasets; docs/update writes it anew. -->

            What each Druid datasource holds. A `published` column is a dimension of the datasource; a `landed` one is only in the objects.
            Any column may be null, except the time column. A null is left out of a landed row. There is no roll-up anywhere: a row landed is a row in Druid.
            """);
    Datasets.ALL.forEach(dataset -> section(page, dataset));
    Datasets.STREAMS.forEach(dataset -> section(page, dataset));
    return page.toString();
  }

  private static void section(StringBuilder page, Dataset dataset) {
    page.append(
        """

        ## %s

        %s

        - time column: `%s`
        - segment granularity: %s
        - query granularity: %s

        | column | type | role | description |
        |---|---|---|---|
        """
            .formatted(
                dataset.name(),
                dataset.description(),
                dataset.timeColumn().name(),
                dataset.segmentGranularity(),
                dataset.queryGranularity()));
    dataset.columns().forEach(column -> page.append(line(column)));
  }

  private static String line(Column column) {
    return "| `%s` | %s | %s | %s |%n"
        .formatted(
            column.name(),
            column.type().name().toLowerCase(Locale.ROOT),
            column.role().name().toLowerCase(Locale.ROOT),
            Markdown.cell(column.description()));
  }
}
