/** Documents to work on: a few by hand with every peculiarity, and any number of generated ones. */
package org.mlanalytics.local.data;
