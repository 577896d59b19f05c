package org.mlanalytics.files.ingestfile.tenant;

import jakarta.inject.Singleton;
import org.mlanalytics.runtime.http.Admission;

/** The addresses below {@code /files} are opened by the tokens of the tenants. */
@Singleton
public class FilesAdmission implements Admission {

  private static final String ROOT = "/files";

  private final Tenants tenants;

  FilesAdmission(Tenants tenants) {
    this.tenants = tenants;
  }

  @Override
  public boolean covers(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/") || path.startsWith(ROOT + ";");
  }

  @Override
  public boolean admits(String bearer) {
    return tenants.of(bearer).isPresent();
  }
}
