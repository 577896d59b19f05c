/** The rules of {@code sl-project}: a project becomes rows. */
package org.mlanalytics.core.project;
