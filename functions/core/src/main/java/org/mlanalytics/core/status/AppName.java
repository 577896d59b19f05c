package org.mlanalytics.core.status;

import java.util.Locale;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.text.Texts;

/** The app that a submission was made with. */
final class AppName {

  private AppName() {}

  /** {@code appInformation.appName} in lower case, the other one if there is none. */
  static String of(Value submission, String otherwise) {
    String name = submission.get("appInformation").get("appName").text();
    return Texts.isPresent(name) ? name.toLowerCase(Locale.ROOT) : otherwise;
  }
}
