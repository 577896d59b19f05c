/** File requests over HTTP. */
package org.mlanalytics.files.ingestfile.http;
