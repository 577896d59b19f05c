/** How free text is written into columns. */
package org.mlanalytics.core.text;
