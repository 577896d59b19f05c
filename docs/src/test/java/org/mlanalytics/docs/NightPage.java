package org.mlanalytics.docs;

import java.util.Locale;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.Step;

/** The operators' page of a night: which run follows which. */
final class NightPage {

  private NightPage() {}

  static String render() {
    StringBuilder page =
        new StringBuilder(
            """
            # A night

            <!-- Generated from org.mlanalytics.runtime.pipeline.Area; docs/update writes it anew. -->

            The areas of a night run beside each other. Within an area every scope is extracted by a run of its own, on as many instances as there are;
            when the last one has landed its rows, all publications start at once. Each reads the landed rows, none reads the source again.
            `GET /pipelines/{area}/{businessDate}` shows the same with states and counts.

            ```mermaid
            flowchart LR
            """);
    Area.all().forEach(area -> graph(page, area));
    page.append(
        """
        ```

        | area | function | scope | datasource |
        |---|---|---|---|
        """);
    for (Area area : Area.all()) {
      line(page, area, area.opener(), area.opener().scope());
      line(page, area, area.extraction(""), "one for each scope");
      area.publications().forEach(step -> line(page, area, step, step.scope()));
    }
    return page.toString();
  }

  private static void graph(StringBuilder page, Area area) {
    String id = area.name();
    page.append("  subgraph %s%n".formatted(id));
    page.append("    %s_open[%s]%n".formatted(id, area.opener().function()));
    page.append(
        "    %s_open --> %s_scopes[\"%s: each scope\"]%n".formatted(id, id, area.extractor()));
    int number = 0;
    for (Step step : area.publications()) {
      number++;
      page.append(
          "    %s_scopes --> %s_%d[%s] --> %s_%d_ds[(%s)]%n"
              .formatted(id, id, number, step.function(), id, number, step.dataset()));
    }
    page.append("  end%n".formatted());
  }

  private static void line(StringBuilder page, Area area, Step step, String scope) {
    page.append(
        "| %s | [%s](functions.md#%s) | %s | [%s](datasets.md#%s) |%n"
            .formatted(
                area.name(),
                step.function(),
                step.function(),
                scope.contains(" ") ? scope : '`' + scope + '`',
                step.dataset(),
                step.dataset().toLowerCase(Locale.ROOT)));
  }
}
