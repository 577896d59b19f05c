/** Whose a request is. */
package org.mlanalytics.files.ingestfile.tenant;
