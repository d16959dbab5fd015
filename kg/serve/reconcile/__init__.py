"""The Reconciliation Service API (v0.2) over a graph, for OpenRefine: match, suggest, preview, extend.

Source: https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""
